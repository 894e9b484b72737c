/** Custom fields: what a company adds to customers, orders, products and companies. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const fieldTypes = ['text', 'long_text', 'number', 'integer', 'date', 'yes_no', 'dictionary', 'email', 'phone', 'money'] as const;
export type FieldType = (typeof fieldTypes)[number];

export const fieldObjects = ['customers', 'orders', 'products', 'companies'] as const;
export type FieldObject = (typeof fieldObjects)[number];

const labelText = z.string().trim().min(1).max(120);

/** Names by language; a missing one is shown in another. */
export const fieldLabels = z
  .object({ ru: labelText.optional(), uk: labelText.optional(), en: labelText.optional() })
  .refine((labels) => Object.values(labels).some(Boolean), { params: { code: 'fields:label-needed' } });

const option = z.object({ value: z.string().trim().min(1).max(60), labels: fieldLabels });

const changeable = z.object({
  labels: fieldLabels,
  options: z.array(option).max(500).describe('Of a dictionary'),
  required: z.boolean(),
  group: z.string().trim().max(60).describe('Fields of one group stand together'),
});

export const fieldDefinition = z.object({
  id: z.int(),
  object: z.enum(fieldObjects),
  key: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .describe('In the API, in files and in segments'),
  type: z.enum(fieldTypes),
  ...changeable.shape,
  sensitive: z.boolean().describe('Special-category data (nationality, health, faith)'),
  consentBasis: z.string().nullable().describe('On what consent sensitive values are kept; without it none is taken'),
});

export type FieldDefinition = z.infer<typeof fieldDefinition>;

const idParams = z.object({ id: z.coerce.number().int().positive() });

export const fields = {
  'GET /fields': endpoint({
    says: 'Custom fields in their order',
    may: 'settings.read',
    query: z.object({ object: z.enum(fieldObjects).optional() }),
    answer: z.array(fieldDefinition),
  }),
  'POST /fields': endpoint({
    says: 'Adds a field, last in its list',
    may: 'settings.write',
    body: fieldDefinition.pick({ object: true, key: true, type: true, labels: true }).extend({
      options: changeable.shape.options.default([]),
      required: z.boolean().default(false),
      group: changeable.shape.group.default(''),
      sensitive: z.boolean().default(false),
    }),
    answer: fieldDefinition,
    creates: true,
  }),
  'PATCH /fields/:id': endpoint({
    says: 'Changes names, options, order of groups or whether it is required; key and type stay',
    may: 'settings.write',
    params: idParams,
    body: changeable.partial(),
    answer: fieldDefinition,
  }),
  'PUT /fields/order': endpoint({
    says: 'Puts the fields of one object in this order',
    may: 'settings.write',
    body: z.object({ object: z.enum(fieldObjects), ids: z.array(z.int()).max(500) }),
  }),
  'POST /fields/:id/consent': endpoint({
    says: 'Records on what consent values of a sensitive field are kept, and opens it',
    may: 'settings.write',
    params: idParams,
    body: z.object({ basis: z.string().trim().min(10).max(2000) }),
    answer: fieldDefinition,
  }),
  'DELETE /fields/:id': endpoint({
    says: 'Puts a field away; its stored values stay and return with it if its key is added again',
    may: 'settings.write',
    params: idParams,
  }),
};
