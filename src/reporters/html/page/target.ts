/** Opens what the address points at, when it is folded or filtered out. */
export function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  target.hidden = false;
  if (target instanceof HTMLDetailsElement) target.open = true;
  target.scrollIntoView();
}
