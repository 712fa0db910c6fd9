import { ApiError, type FormErrors } from './api-error.ts';
import type { Limit } from './limits.ts';

type Leaf = { code: string; message: string };
interface Problem extends Leaf {
  readonly path: readonly string[];
}

/** A JSON object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a request's body field by field and gathers what is wrong with it, in Discord's words and at Discord's
 * place in the tree. https://docs.discord.com/developers/reference#error-messages
 *
 * A reader gives `undefined` for a field that is absent, null or wrong; what is wrong is noted.
 */
export class Form {
  readonly #problems: Problem[];
  readonly #path: readonly string[];

  constructor(problems: Problem[] = [], path: readonly string[] = []) {
    this.#problems = problems;
    this.#path = path;
  }

  at(...keys: (string | number)[]): Form {
    return new Form(this.#problems, [...this.#path, ...keys.map(String)]);
  }

  complain(code: string, message: string): void {
    this.#problems.push({ path: this.#path, code, message });
  }

  get sound(): boolean {
    return this.#problems.length === 0;
  }

  /** Refuses the request with all that was noted. */
  refuseIfUnsound(): void {
    if (!this.sound) throw new ApiError(400, 50035, 'Invalid Form Body', treeOf(this.#problems));
  }

  required(value: unknown): boolean {
    if (value !== undefined && value !== null) return true;
    this.complain('BASE_TYPE_REQUIRED', 'This field is required');
    return false;
  }

  fields(value: unknown): Fields | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'object' && !Array.isArray(value)) return value as Fields;
    this.complain('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return undefined;
  }

  list(value: unknown, limit?: Limit): readonly unknown[] | undefined {
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) {
      this.complain('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return undefined;
    }
    return limit === undefined || this.#fits(value.length, limit) ? value : undefined;
  }

  /** A text; numbers are taken as texts, as Discord takes them. */
  text(value: unknown, limit?: Limit, options: { readonly trim?: boolean } = {}): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string' && typeof value !== 'number') {
      this.complain('STRING_TYPE_CONVERT', `Could not interpret "${shown(value)}" as string.`);
      return undefined;
    }
    const text = options.trim === true ? String(value).trim() : String(value);
    return limit === undefined || this.#fits([...text].length, limit) ? text : undefined;
  }

  integer(value: unknown, limit?: Limit): number | undefined {
    if (value === undefined || value === null) return undefined;
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number)) {
      this.complain('NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not int.`);
      return undefined;
    }
    if (limit !== undefined && number > limit.max) {
      this.complain('NUMBER_TYPE_MAX', `int value should be less than or equal to ${limit.max}.`);
      return undefined;
    }
    if (limit !== undefined && number < (limit.min ?? 0)) {
      this.complain('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${limit.min ?? 0}.`);
      return undefined;
    }
    return number;
  }

  boolean(value: unknown): boolean | undefined {
    if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined;
    this.complain('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    return undefined;
  }

  oneOf<const Choice extends string | number>(value: unknown, choices: readonly Choice[]): Choice | undefined {
    const choice = choices.find((one) => one === value);
    if (choice === undefined) {
      const list = choices.map((one) => (typeof one === 'string' ? `'${one}'` : one)).join(', ');
      this.complain('BASE_TYPE_CHOICES', `Value must be one of (${list}).`);
    }
    return choice;
  }

  snowflake(value: unknown): string | undefined {
    if (value === undefined || value === null) return undefined;
    if ((typeof value === 'string' || typeof value === 'number') && /^\d{1,20}$/.test(String(value)))
      return String(value);
    this.complain('NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not snowflake.`);
    return undefined;
  }

  url(value: unknown, limit: Limit, schemes: readonly string[]): string | undefined {
    const url = this.text(value, limit);
    if (url === undefined) return undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
    if (scheme !== undefined && !schemes.includes(scheme)) {
      const list = schemes.map((one) => `'${one}'`).join(', ');
      this.complain(
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${scheme}" is not supported. Scheme must be one of (${list}).`,
      );
      return undefined;
    }
    if (scheme === undefined || !URL.canParse(url) || /\s/.test(url)) {
      this.complain('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
      return undefined;
    }
    return url;
  }

  #fits(length: number, limit: Limit): boolean {
    const min = limit.min ?? 0;
    if (length >= min && length <= limit.max) return true;
    if (min > 0) this.complain('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${limit.max} in length.`);
    else this.complain('BASE_TYPE_MAX_LENGTH', `Must be ${limit.max} or fewer in length.`);
    return false;
  }
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function treeOf(problems: readonly Problem[]): FormErrors {
  const root: FormErrors = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path) {
      const next = Object.hasOwn(node, key) ? node[key] : undefined;
      const child: FormErrors = next === undefined || Array.isArray(next) ? {} : (next as FormErrors);
      Object.defineProperty(node, key, {
        value: child,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      node = child;
    }
    const leaves = (node['_errors'] ?? []) as readonly Leaf[];
    node['_errors'] = [...leaves, { code, message }];
  }
  return root;
}
