const key = 'migrate-check-theme';

/** Takes what the reader chose the last time; else the system decides. */
export function chooseTheme(): void {
  const stored = remembered();
  if (stored === 'light' || stored === 'dark') document.documentElement.dataset['theme'] = stored;
}

/** Makes the button change the colours, and say which are on. */
export function listenToTheme(): void {
  const button = document.getElementById('theme');
  if (!button) return;
  button.hidden = false;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean => {
    const { theme } = document.documentElement.dataset;
    return theme === undefined ? system.matches : theme === 'dark';
  };
  const say = (): void => button.setAttribute('aria-pressed', String(isDark()));
  system.addEventListener('change', say);
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    remember(theme);
    say();
  });
  say();
}

/** A page in a sandbox has no memory, and says so by an exception. */
function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // The choice holds until the page is closed.
  }
}
