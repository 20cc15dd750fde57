import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

export const GET = route(async () => Response.json(await (await getApp()).health()));
