/** OpenAPI 3.1 made from the contracts of the rooms. */
import { z } from 'zod';
import type { Endpoint } from '../../../contract/endpoint.ts';
import type { Room } from '../room.ts';

type Json = Record<string, unknown>;

export function openApi(rooms: readonly Pick<Room, 'name' | 'contract'>[]): Json {
  const paths: Record<string, Json> = {};
  for (const { name, contract } of rooms) {
    for (const [key, endpoint] of Object.entries(contract ?? {})) {
      const [method, path] = key.split(' ') as [string, string];
      const url = `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`;
      paths[url] = { ...paths[url], [method.toLowerCase()]: operation(name, key, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Prilavok', version: '1', description: 'Everything the screens do, for programs. Amounts are integers in minor units.' },
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key from Settings' },
        session: { type: 'apiKey', in: 'cookie', name: 'prilavok_session' },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function operation(room: string, key: string, endpoint: Endpoint): Json {
  return {
    operationId: key.replace(/[^A-Za-z0-9]+/g, '_'),
    tags: [room],
    summary: endpoint.says,
    'x-permission': endpoint.may,
    ...(endpoint.may === 'anyone' && { security: [] }),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query'), ...repeatKey(endpoint)],
    ...requestBody(endpoint),
    responses: {
      ...success(endpoint),
      default: {
        description: 'A problem, in words',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const repeatKey = (endpoint: Endpoint): Json[] =>
  endpoint.creates
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          schema: { type: 'string', maxLength: 200 },
          description: 'A repeat with the same key creates nothing and gets the same answer',
        },
      ]
    : [];

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestBody(endpoint: Endpoint): Json {
  if (endpoint.stream === 'upload')
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } };
  if (!endpoint.body) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } } } };
}

function success(endpoint: Endpoint): Json {
  if (endpoint.stream === 'download') return { 200: { description: 'The file', content: { 'application/octet-stream': {} } } };
  if (!endpoint.answer) return { 204: { description: 'Done' } };
  return {
    [endpoint.creates ? 201 : 200]: {
      description: 'Done',
      content: { 'application/json': { schema: jsonSchema(endpoint.answer, 'output') } },
    },
  };
}

/** zod writes its own regular expressions beside `format`; they say nothing to a reader and trip strict tools. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const made = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ jsonSchema: part }) => {
      if (part.format) delete part.pattern;
    },
  }) as Json;
  delete made.$schema;
  return made;
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What is wrong and what to do, in the language of Accept-Language' },
    status: { type: 'integer' },
    code: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};
