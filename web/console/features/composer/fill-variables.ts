/** What a canned reply may hold in double braces, as the contract names it. */
export type Variables = Readonly<
  Record<'cliente' | 'folio' | 'asunto' | 'agente' | 'producto' | 'version' | 'cierre', string>
>;

/** The reply with the ticket's own values in place of its variables; what it does not know stays as it is. */
export function fillVariables(body: string, values: Variables): string {
  return body.replace(/\{\{\s*([a-z]+)\s*\}\}/g, (whole, name: string) =>
    name in values ? values[name as keyof Variables] : whole,
  );
}
