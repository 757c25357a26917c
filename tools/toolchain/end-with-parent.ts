// Preloaded by tools/bootstrap.mjs: a command whose bootstrap dies is told to stop, as by its signal.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
