import { noChange } from 'lit';
import { type AttributePart, Directive, directive, type PartInfo, PartType } from 'lit/directive.js';

type Styles = Readonly<Record<string, string | number | null | undefined>>;

/** Sets styles by the element's style object alone: a style attribute would fall to the content security policy. */
class StyleMap extends Directive {
  #previous = new Set<string>();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ATTRIBUTE || part.name !== 'style')
      throw new Error('For style attributes alone.');
  }

  override render(_styles: Styles): typeof noChange {
    return noChange;
  }

  override update({ element }: AttributePart, [styles]: [Styles]): typeof noChange {
    const { style } = element as HTMLElement;
    const given = Object.entries(styles).filter(([, value]) => value !== null && value !== undefined);
    const names = new Set(given.map(([name]) => name));
    for (const name of this.#previous) if (!names.has(name)) style.removeProperty(name);
    for (const [name, value] of given) style.setProperty(name, String(value));
    this.#previous = names;
    return noChange;
  }
}

export const styleMap = directive(StyleMap);
