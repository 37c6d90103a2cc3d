import { listenToFilters } from './filter.ts';
import { openTarget } from './target.ts';
import { chooseTheme, listenToTheme } from './theme.ts';

/** The script of the page: it is all there without it, but for the filter and the choice of colours. */
chooseTheme();
addEventListener('DOMContentLoaded', () => {
  listenToTheme();
  listenToFilters();
  openTarget();
});
addEventListener('hashchange', openTarget);
