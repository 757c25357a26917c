import type { Caller } from './caller';

/** @returns the id of a small text file of somebody's */
export async function upload(by: Caller, name = 'nota.txt', content = 'hola\n'): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([content], { type: 'text/plain' }), name);
  const headers = { authorization: by.authorization };
  const response = await fetch(`${by.url}/api/v1/attachments`, { method: 'POST', body: form, headers });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

/** @returns the status with which somebody is answered who asks for a file */
export async function statusOfFile(by: Caller, id: string): Promise<number> {
  const headers = { authorization: by.authorization };
  const response = await fetch(`${by.url}/api/v1/attachments/${id}`, { headers });
  await response.arrayBuffer();
  return response.status;
}
