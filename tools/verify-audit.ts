import { readConfig } from '../src/config';
import { verifyAudit } from '../src/store/accounts/audit-verification';
import { openStore } from '../src/store/store';
import { takeLeftSettings } from './start/left-settings';
import { runMain } from './toolchain/run-main';

/** `npm run verify-audit [seq:hash]`, with the head that an earlier run printed. Ends with 1 when something is wrong. */
async function main(given: string | undefined): Promise<void> {
  takeLeftSettings();
  const store = await openStore(readConfig().mongodbUri);
  try {
    const { entries, erased, head, problems } = await verifyAudit(store, readHead(given));
    for (const { seq, why } of problems) console.error(`entry ${seq}: ${why}`);
    console.log(`${entries} entries, ${erased} of them erased, ${problems.length} problems`);
    console.log(`head ${head.seq}:${head.hash}`);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

function readHead(given: string | undefined): { seq: number; hash: string } | undefined {
  if (given === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(given) ?? [];
  if (seq === undefined || hash === undefined) throw new Error('The head of an earlier run is <seq>:<hash>.');
  return { seq: Number(seq), hash };
}

if (require.main === module) runMain(() => main(process.argv[2]));
