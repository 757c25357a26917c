/** Where a client finds the ticket in the Sitio de clientes. */
export function siteUrl(publicUrl: string, folio: string): string {
  return new URL(`/tickets/${encodeURIComponent(folio)}`, publicUrl).href;
}

/** Where staff finds it in the console. */
export function consoleUrl(publicUrl: string, folio: string): string {
  return new URL(`/consola/tickets/${encodeURIComponent(folio)}`, publicUrl).href;
}
