import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** Whether the server works, what grades and searches, and how many questions there are. */
export const GET = route(async () => Response.json(await (await getApp()).health()));
