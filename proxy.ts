import { NextResponse } from 'next/server';
import { errorResponse, guard } from './app/_http';

/** Pages answer only to known hosts; API routes guard themselves (a proxy would cut their bodies at 10 MB). */
export function proxy(request: Request): Response {
  try {
    guard(request);
    return NextResponse.next();
  } catch (error) {
    return errorResponse(error);
  }
}

export const config = { matcher: '/((?!api/|_next/).*)' };
