/** The reference page of the API under `/api`, served from the installation itself. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Prilavok API</title>
    <link rel="stylesheet" href="/api/reference/swagger-ui.css" />
  </head>
  <body>
    <main id="reference"></main>
    <script src="/api/reference/swagger-ui-bundle.js"></script>
    <script src="/api/reference/start.js"></script>
  </body>
</html>
`;

const start =
  "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true, docExpansion: 'none', filter: true });\n";

const assets: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

export function addReference(app: FastifyInstance): void {
  app.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/api/reference/start.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(start));
  for (const [name, type] of Object.entries(assets)) {
    const file = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`));
    app.get(`/api/reference/${name}`, async (_request, reply) =>
      reply.type(type).header('cache-control', 'max-age=86400').send(readFileSync(file)),
    );
  }
}
