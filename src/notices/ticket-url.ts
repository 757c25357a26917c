/** Where a client finds the ticket in the Sitio de clientes. */
export function siteUrl(publicUrl: string, folio: string): string {
  return new URL(`/tickets/${encodeURIComponent(folio)}`, publicUrl).href;
}

/** Where staff finds it in the console; at an event of its conversation when one is given. */
export function consoleUrl(publicUrl: string, folio: string, seq?: number): string {
  const url = new URL(`/consola/tickets/${encodeURIComponent(folio)}`, publicUrl);
  if (seq !== undefined) url.hash = `evento-${seq}`;
  return url.href;
}

/** A paid session's own page, in the Sitio and in the console. */
export function sessionUrls(publicUrl: string, sessionId: string): { site: string; console: string } {
  const page = `sesiones/${encodeURIComponent(sessionId)}`;
  return { site: new URL(`/${page}`, publicUrl).href, console: new URL(`/consola/${page}`, publicUrl).href };
}
