import { dirname, join } from 'node:path';
import { Router } from 'express';
import type { ProblemCode } from '../contract/problem-code';
import { ApiError } from './problems/api-error';
import { PROBLEM_CATALOGUE } from './problems/problem-catalogue';

/** The folder only: the package's own entry would load the whole page's code into the server. */
const ASSETS = dirname(require.resolve('swagger-ui-dist/package.json'));

const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const PAGE = `<!doctype html>
<html lang="es">
  <head>
    <meta charset="utf-8" />
    <title>API de soporte</title>
    <link rel="icon" href="/api/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

// A file of its own, so that the page needs no exception from the content security policy.
const START = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#docs', deepLinking: true, persistAuthorization: false });\n`;

/** `/api/docs`, the contract to read and try, and `/api/problems/{code}`, what a problem's `type` points to. */
export function createDocsRouter(): Router {
  const router = Router();
  router.get('/docs', (_request, response) => response.type('html').send(PAGE));
  router.get('/docs/start.js', (_request, response) => response.type('js').send(START));
  for (const file of FILES)
    router.get(`/docs/${file}`, (_request, response) => response.sendFile(join(ASSETS, file)));
  router.get('/problems/:code', (request, response) => {
    const { code } = request.params;
    if (!isCode(code)) throw new ApiError('not_found');
    response.json({ type: `/api/problems/${code}`, code, ...PROBLEM_CATALOGUE[code] });
  });
  return router;
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_CATALOGUE, code);
}
