/** Where a paid remote session is looked at. */
export function sessionPath(id: string): string {
  return `/sesiones/${encodeURIComponent(id)}`;
}
