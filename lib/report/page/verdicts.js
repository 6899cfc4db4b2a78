// Verdicts tell themselves apart by word and by shape; colour only helps.

const verdicts = {
  supported: 'the answers carry it',
  understated: 'more than an exact number',
  contested: 'enough, but at least as many against',
  'no-evidence': 'none is declared, or nobody is on record',
  overstated: 'too few',
  unsupported: 'nobody',
  interpretive: 'no count settles it',
};

const verdictShapes = {
  supported: ['M2 8.5 6.5 13 14 3.5', 'stroke'],
  understated: ['M8 2.5 14.5 13.5H1.5Z', 'fill'],
  contested: ['M8 1.5 14.5 8 8 14.5 1.5 8Z', 'stroke'],
  'no-evidence': ['M8 2a6 6 0 1 0 .01 0Z', 'dashed'],
  overstated: ['M8 13.5 1.5 2.5H14.5Z', 'fill'],
  unsupported: ['M3 3 13 13M13 3 3 13', 'stroke'],
  interpretive: ['M2 4H14M2 8H14M2 12H9', 'stroke'],
};

function verdictMark(verdict) {
  const [path, kind] = verdictShapes[verdict] || verdictShapes['no-evidence'];
  const icon = svg(
    'svg',
    {
      viewBox: '0 0 16 16',
      width: '14',
      height: '14',
      'aria-hidden': 'true',
      focusable: 'false',
      class: `shape ${kind}`,
    },
    svg('path', {d: path}),
  );
  return el('span', {class: `verdict ${verdict}`}, icon, ' ', verdict);
}
