import { z } from 'zod';
import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { COLUMN_ROLES } from '@/lib/domain/question-bank';

type Context = { params: Promise<{ importId: string }> };

const chosenMapping = z.object({
  document: z.string(),
  mapping: z.object({
    roles: z.array(z.enum(COLUMN_ROLES)).max(200),
    isFirstRowData: z.boolean().optional(),
  }),
  basis: z.string().max(100).optional(),
});

/** Reads a table of the import again by the columns that a person chose. */
export const PATCH = route(async (request, context: Context) => {
  const chosen = await readJson(request, chosenMapping);
  const app = await getApp();
  const document = await app.bank.remapImport((await context.params).importId, chosen);
  return Response.json({ document });
});
