import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Settings that stand in files, as orchestrators hand out secrets: `NAME_FILE` names the file that holds `NAME`. The
 * line end that editors leave is not part of the value.
 * @param names the settings that may come from a file
 * @throws an Error that names the setting, never its value, when a file can not be read or `NAME` is set as well
 */
export function withSecretFiles(env: Environment, names: readonly string[]): Environment {
  const given = names.filter((name) => env[`${name}_FILE`]);
  return { ...env, ...Object.fromEntries(given.map((name) => [name, fromFile(env, name)])) };
}

function fromFile(env: Environment, name: string): string {
  if (env[name]) throw new Error(`Set either ${name} or ${name}_FILE, not both`);
  try {
    return readFileSync(env[`${name}_FILE`] ?? '', 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`The file that ${name}_FILE names can not be read: ${code ?? 'unknown error'}`, {
      cause: error,
    });
  }
}
