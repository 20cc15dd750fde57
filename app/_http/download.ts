/** Of a file name, what an HTTP header may hold as it is (RFC 6266): printable ASCII without quotes and percent signs. */
function asciiName(fileName: string): string {
  return fileName.replace(/[^\x20-\x7e]+|["%\\/;]/gu, '_');
}

/** RFC 8187: percent-encoded UTF-8. */
function encodedName(fileName: string): string {
  return encodeURIComponent(fileName).replace(
    /['()*!]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A text, or bytes, as a file to save, never shown in place. */
export function download(
  content: string | Uint8Array<ArrayBuffer>,
  fileName: string,
  mediaType: string,
): Response {
  const headers = {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${encodedName(fileName)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  // As bytes: a body of text would lose the byte order mark with which spreadsheets tell UTF-8.
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return new Response(bytes, { headers });
}
