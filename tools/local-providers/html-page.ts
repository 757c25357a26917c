/** A page of a double: one file, nothing that runs. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { font-family: system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1a1a1a; line-height: 1.5 }
button { font: inherit; padding: .5rem 1rem; margin: .5rem .5rem 0 0; border: 1px solid #1a5fb4; border-radius: .4rem; background: #fff; color: #1a5fb4 }
button.primary { background: #1a5fb4; color: #fff }
li { margin-bottom: 1.5rem }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>`;
}

/** Headers that go with a page: its own styles are all it may use. */
export const PAGE_HEADERS = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A form of one button for each thing that can be done. @param choices value and label of each */
export function buttonsForm(
  action: string,
  name: string,
  choices: readonly (readonly [string, string])[],
): string {
  const buttons = choices.map(
    ([value, label]) => `<button name="${name}" value="${escapeHtml(value)}">${escapeHtml(label)}</button>`,
  );
  return `<form method="post" action="${escapeHtml(action)}">${buttons.join('')}</form>`;
}
