// Runs before the first paint, so that a page never flashes in the other theme.
(() => {
  const chosen = (() => {
    try {
      return localStorage.getItem('mooring.theme');
    } catch {
      return null;
    }
  })();
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
