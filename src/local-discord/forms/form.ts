import { ApiError, type FormErrors } from '../rest/api-error.ts';
import type { Limit } from './limits.ts';

interface Problem {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

/**
 * A value of a request's body at its place, to be read as what it should be. What is wrong is noted in Discord's
 * words, for the whole body together. https://docs.discord.com/developers/reference#error-messages
 *
 * Every reader gives `undefined` where the value is absent (missing or null) or wrong.
 */
export class Form {
  readonly value: unknown;
  readonly #path: readonly string[];
  readonly #problems: Problem[];

  private constructor(value: unknown, path: readonly string[], problems: Problem[]) {
    this.value = value;
    this.#path = path;
    this.#problems = problems;
  }

  static of(body: unknown): Form {
    return new Form(body, [], []);
  }

  /** The part under a key; absent where this is no object or list, or has no such key of its own. */
  at(key: string | number): Form {
    const { value } = this;
    const part: unknown =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<string | number, unknown>>)[key]
        : undefined;
    return new Form(part, [...this.#path, String(key)], this.#problems);
  }

  get absent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** Whether nothing is wrong so far with the whole body. */
  get sound(): boolean {
    return this.#problems.length === 0;
  }

  complain(code: string, message: string): void {
    this.#problems.push({ path: this.#path, code, message });
  }

  /** Refuses the request with all that was noted. */
  refuseIfUnsound(): void {
    if (!this.sound) throw new ApiError(400, 50035, 'Invalid Form Body', treeOf(this.#problems));
  }

  required(): this {
    if (this.absent) this.complain('BASE_TYPE_REQUIRED', 'This field is required');
    return this;
  }

  /** Notes where this is something other than an object. */
  object(): this {
    if (!this.absent && (typeof this.value !== 'object' || Array.isArray(this.value))) {
      this.complain('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    }
    return this;
  }

  list(limit?: Limit): readonly Form[] | undefined {
    if (this.absent) return undefined;
    const { value } = this;
    if (!Array.isArray(value)) {
      this.complain('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return undefined;
    }
    if (limit !== undefined && !this.#fits(value.length, limit)) return undefined;
    return value.map((_item, index) => this.at(index));
  }

  /** A text. A number is taken for one, as Discord takes it. */
  text(limit?: Limit, options: { readonly trim?: boolean } = {}): string | undefined {
    if (this.absent) return undefined;
    if (typeof this.value !== 'string' && typeof this.value !== 'number') {
      this.complain('STRING_TYPE_CONVERT', `Could not interpret "${this.#shown()}" as string.`);
      return undefined;
    }
    const text = options.trim === true ? String(this.value).trim() : String(this.value);
    return limit === undefined || this.#fits([...text].length, limit) ? text : undefined;
  }

  integer(limit?: Limit): number | undefined {
    if (this.absent) return undefined;
    const { value } = this;
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number)) {
      this.complain('NUMBER_TYPE_COERCE', `Value "${this.#shown()}" is not int.`);
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

  boolean(): boolean | undefined {
    if (this.absent) return undefined;
    if (typeof this.value === 'boolean') return this.value;
    this.complain('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    return undefined;
  }

  oneOf<const Choice extends string | number>(choices: readonly Choice[]): Choice | undefined {
    if (this.absent) return undefined;
    const choice = choices.find((one) => one === this.value);
    if (choice === undefined) {
      const list = choices.map((one) => (typeof one === 'string' ? `'${one}'` : one)).join(', ');
      this.complain('BASE_TYPE_CHOICES', `Value must be one of (${list}).`);
    }
    return choice;
  }

  snowflake(): string | undefined {
    if (this.absent) return undefined;
    if (/^\d{1,20}$/.test(this.#shown())) return this.#shown();
    this.complain('NUMBER_TYPE_COERCE', `Value "${this.#shown()}" is not snowflake.`);
    return undefined;
  }

  url(limit: Limit, schemes: readonly string[]): string | undefined {
    const url = this.text(limit);
    if (url === undefined) return undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
    if (scheme === undefined || !URL.canParse(url) || /\s/.test(url)) {
      this.complain('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
      return undefined;
    }
    if (!schemes.includes(scheme)) {
      const list = schemes.map((one) => `'${one}'`).join(', ');
      this.complain(
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${scheme}" is not supported. Scheme must be one of (${list}).`,
      );
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

  #shown(): string {
    return typeof this.value === 'object' ? JSON.stringify(this.value) : String(this.value);
  }
}

type Leaves = readonly { readonly code: string; readonly message: string }[];

/** The problems as Discord nests them. Keys come from the request, so none may reach an object's prototype. */
function treeOf(problems: readonly Problem[]): FormErrors {
  const root: FormErrors = Object.create(null);
  for (const { path, code, message } of problems) {
    const place = path.reduce<FormErrors>((node, key) => {
      const child = (node[key] ?? Object.create(null)) as FormErrors;
      node[key] = child;
      return child;
    }, root);
    const { _errors: leaves = [] } = place as { _errors?: Leaves };
    Object.assign(place, { _errors: [...leaves, { code, message }] });
  }
  return root;
}
