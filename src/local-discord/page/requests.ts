import type {
  AutocompleteAnswer,
  AutocompleteRequest,
  DeedAnswer,
  DeedRequest,
  LibraryOverview,
} from '../page-server/wire.ts';

/** Whether the server took a deed, or why not. A server out of reach is a reason too. */
export async function sendDeed(request: DeedRequest): Promise<DeedAnswer> {
  try {
    return (await post('/page/deed', request)) as DeedAnswer;
  } catch {
    return { ok: false, error: 'Not connected. Try again once the connection is back.' };
  }
}

export async function fetchChoices(
  request: AutocompleteRequest,
  signal: AbortSignal,
): Promise<AutocompleteAnswer> {
  try {
    return (await post('/page/autocomplete', request, signal)) as AutocompleteAnswer;
  } catch {
    return { error: 'Loading options failed' };
  }
}

export async function fetchLibrary(): Promise<LibraryOverview> {
  return (await get('/page/library')) as LibraryOverview;
}

export async function fetchPassages(articleId: string): Promise<readonly string[]> {
  return (await get(`/page/library/${encodeURIComponent(articleId)}`)) as readonly string[];
}

async function post(path: string, body: object, signal: AbortSignal | null = null): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  return response.json();
}

async function get(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
