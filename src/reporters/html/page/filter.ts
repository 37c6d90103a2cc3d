import { readState, writeState } from './state.ts';

/** Makes each filter form narrow down the list of its name, as the address says at first. */
export function listenToFilters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) listenTo(form);
}

function listenTo(form: HTMLFormElement): void {
  const name = form.dataset['filter'] ?? '';
  const list = document.getElementById(`${name}-list`);
  if (!list) return;
  const items = [...list.children].filter((item) => item instanceof HTMLElement);
  const texts = new Map<HTMLElement, string>();
  const apply = (): void => show(form, name, items, texts);
  const read = (): void => {
    if (readState(form, name)) apply();
  };
  const changed = (): void => {
    writeState(form, name);
    apply();
  };
  form.hidden = false;
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The controls are what they were only after the event.
  form.addEventListener('reset', () => setTimeout(changed));
  addEventListener('hashchange', read);
  read();
}

function show(
  form: HTMLFormElement,
  name: string,
  items: readonly HTMLElement[],
  texts: Map<HTMLElement, string>,
): void {
  const matches = matcher(form, texts);
  let shown = 0;
  for (const item of items) {
    item.hidden = !matches(item);
    if (!item.hidden) shown += 1;
  }
  const none = document.getElementById(`${name}-none`);
  if (none) none.hidden = shown > 0;
  const output = form.querySelector('output');
  if (output) output.value = `${shown} of ${items.length} shown`;
}

/** A list item matches when each control does: a box by one of those that are ticked, the text by each of its words. */
function matcher(form: HTMLFormElement, texts: Map<HTMLElement, string>): (item: HTMLElement) => boolean {
  const boxes = Map.groupBy(
    form.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
    ({ name }) => name,
  );
  const selects = [...form.querySelectorAll('select')].filter(({ value }) => value !== '');
  const text = form.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '';
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = (item: HTMLElement): string => {
    const known = texts.get(item) ?? (item.textContent ?? '').toLowerCase();
    texts.set(item, known);
    return known;
  };
  return (item) =>
    [...boxes].every(([name, some]) =>
      some.some(({ checked, value }) => checked && has(item, name, value)),
    ) &&
    selects.every(({ name, value }) => has(item, name, value)) &&
    words.every((word) => textOf(item).includes(word));
}

const has = ({ dataset }: HTMLElement, name: string, value: string): boolean =>
  (dataset[name] ?? '').split(' ').includes(value);
