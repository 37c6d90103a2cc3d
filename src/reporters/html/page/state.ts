/** Sets the controls to what the address says: `#findings?severity=error&text=orders`. False where it says nothing. */
export function readState(form: HTMLFormElement, name: string): boolean {
  const [section, query] = location.hash.slice(1).split('?', 2);
  if (section !== name || query === undefined) return false;
  const state = new URLSearchParams(query);
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
    box.checked = !state.has(box.name) || (state.get(box.name) ?? '').split('.').includes(box.value);
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'select, input[type=search]',
  )) {
    const value = state.get(field.name) ?? '';
    if (!(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value))
      field.value = value;
  }
  form.scrollIntoView();
  return true;
}

/** Puts what is chosen into the address, so that the page can be passed on as it is seen. */
export function writeState(form: HTMLFormElement, name: string): void {
  const state = new URLSearchParams();
  const boxes = Map.groupBy(
    form.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
    (box) => box.name,
  );
  for (const [key, some] of boxes) {
    const ticked = some.filter(({ checked }) => checked).map(({ value }) => value);
    if (ticked.length < some.length) state.set(key, ticked.join('.'));
  }
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'select, input[type=search]',
  ))
    if (field.value !== '') state.set(field.name, field.value);
  history.replaceState(null, '', state.size === 0 ? `#${name}` : `#${name}?${state}`);
}
