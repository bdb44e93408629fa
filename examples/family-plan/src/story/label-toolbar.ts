const labels: Readonly<Record<string, string>> = {
  'ql-header:3': 'Heading',
  'ql-bold:': 'Bold',
  'ql-italic:': 'Italic',
  'ql-underline:': 'Underline',
  'ql-list:bullet': 'Bulleted list',
  'ql-list:ordered': 'Numbered list',
  'ql-blockquote:': 'Quotation',
};

/** Names the editor's buttons for those who do not see their pictures. */
export function labelToolbar(frame: HTMLElement, label: string): void {
  const toolbar = frame.querySelector('.ql-toolbar');
  toolbar?.setAttribute('role', 'toolbar');
  toolbar?.setAttribute('aria-label', `Format ${label.toLowerCase()}`);
  for (const button of toolbar?.querySelectorAll('button') ?? []) {
    const name = labels[`${button.classList[0] ?? ''}:${button.value}`];
    if (name === undefined) continue;
    button.setAttribute('aria-label', name);
    button.title = name;
  }
}
