import type { EditorForm } from './editor-form';

/** What was typed and not yet saved, and what the question said when it was begun. */
export interface EditorDraft {
  basis: string;
  form: EditorForm;
}

/** A draft as the browser kept it; null when there is none, or none that this version of the editor wrote. */
export function readDraft(text: string, like: EditorForm): EditorDraft | null {
  if (text === '') return null;
  try {
    const { basis, form } = JSON.parse(text) as Partial<EditorDraft>;
    return typeof basis === 'string' && isShapedLike(form, like) ? { basis, form } : null;
  } catch {
    return null;
  }
}

function isShapedLike(form: EditorForm | undefined, like: EditorForm): form is EditorForm {
  if (typeof form !== 'object' || form === null) return false;
  const fields = Object.keys(like) as (keyof EditorForm)[];
  return fields.every(
    (field) =>
      typeof form[field] === typeof like[field] && Array.isArray(form[field]) === Array.isArray(like[field]),
  );
}
