/** Runs a command's story. What goes wrong is one sentence to whoever ran it, and a failing exit code. */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
