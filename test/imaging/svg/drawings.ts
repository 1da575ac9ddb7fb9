/** Drawings as editors export them, and such as are made to hurt. */

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const framed = (inside: string, attributes = 'width="200" height="200"'): string =>
  `<svg ${SVG} ${attributes}>${inside}</svg>`;

/** 1 × 1 pixel. */
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const fromEditors: Readonly<Record<string, string>> = {
  'an export of Illustrator CC': `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<svg version="1.1" id="Layer_1" ${SVG} x="0px" y="0px" viewBox="0 0 612 792" style="enable-background:new 0 0 612 792;" xml:space="preserve">
<style type="text/css">
	.st0{clip-path:url(#SVGID_2_);}
	.st1{fill:url(#SVGID_3_);}
	.st2{fill:none;stroke:#231F20;stroke-width:4;stroke-miterlimit:10;stroke-dasharray:12,4;}
	.st3{font-family:'MyriadPro-Regular';}
</style>
<g><defs><rect id="SVGID_1_" x="100" y="100" width="400" height="400"/></defs>
<clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath>
<linearGradient id="SVGID_3_" gradientUnits="userSpaceOnUse" x1="100" y1="300" x2="500" y2="300">
<stop  offset="0" style="stop-color:#F15A24"/><stop  offset="1" style="stop-color:#FBB03B"/></linearGradient>
<g class="st0"><path class="st1" d="M100,100h400v400H100V100z"/></g></g>
<circle class="st2" cx="306" cy="396" r="80"/>
<text transform="matrix(1 0 0 1 180 620)" class="st3" font-size="48">CAFE</text>
</svg>`,
  'an export of Illustrator with its own data kept': `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
	<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
	<!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
]>
<svg version="1.1" id="L" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;" width="300px" height="200px" viewBox="0 0 300 200">
<metadata><sfw xmlns="&ns_ai;"><slices></slices><sliceSourceBounds bottomLeftOrigin="true" height="200"/></sfw></metadata>
<switch><foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"><i:aipgfRef xlink:href="#adobe_illustrator_pgf"></i:aipgfRef></foreignObject>
<g i:extraneous="self"><path fill="#39B54A" d="M10,10h280v180H10z"/></g></switch>
<i:aipgf id="adobe_illustrator_pgf"><![CDATA[eJzFvW2P5EhyJvhd]]></i:aipgf>
</svg>`,
  'a drawing of Inkscape': `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.2" sodipodi:docname="logo.svg"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" ${SVG} xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:zoom="0.74"><inkscape:grid type="xygrid" id="grid1"/><inkscape:page x="0" y="0"/></sodipodi:namedview>
<defs id="defs2"><inkscape:path-effect effect="spiro" id="pe1"/><inkscape:perspective sodipodi:type="inkscape:persp3d" id="p1"/>
<linearGradient inkscape:collect="always" id="lg1"><stop style="stop-color:#aa0000;stop-opacity:1" offset="0" id="s1"/><stop style="stop-color:#aa0000;stop-opacity:0" offset="1" id="s2"/></linearGradient>
<radialGradient inkscape:collect="always" xlink:href="#lg1" id="rg1" cx="50" cy="50" r="40" gradientUnits="userSpaceOnUse"/>
<filter inkscape:label="Drop Shadow" id="f1" style="color-interpolation-filters:sRGB"><feFlood flood-opacity="0.5" flood-color="rgb(0,0,0)" result="flood"/><feComposite in="flood" in2="SourceGraphic" operator="in" result="c1"/><feGaussianBlur in="c1" stdDeviation="3" result="blur"/><feOffset dx="2" dy="2" result="offset"/><feComposite in="SourceGraphic" in2="offset" operator="over"/></filter>
<marker id="m1" orient="auto" refX="0" refY="0"><path d="M 0,0 5,-5 -12,0 5,5 Z"/></marker></defs>
<g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1"><circle style="fill:url(#rg1);filter:url(#f1)" cx="50" cy="50" r="40"/><path style="fill:none;stroke:#000;marker-end:url(#m1)" d="M 10,100 C 20,120 40,130 90,110"/>
<text xml:space="preserve" style="font-size:10px;font-family:sans-serif" x="30" y="140"><tspan sodipodi:role="line" x="30" y="140">Bakery</tspan></text></g>
<metadata id="md"><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
</svg>`,
  'an export of Figma': `<svg width="120" height="48" viewBox="0 0 120 48" fill="none" ${SVG}>
<g clip-path="url(#clip0_1_2)"><g filter="url(#filter0_d_1_2)"><rect x="4" width="112" height="40" rx="8" fill="url(#paint0_linear_1_2)"/></g>
<mask id="mask0_1_2" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="8" y="4" width="32" height="32"><circle cx="24" cy="20" r="16" fill="#D9D9D9"/></mask>
<g mask="url(#mask0_1_2)"><rect x="8" y="4" width="32" height="32" fill="url(#pattern0)"/></g><path fill-rule="evenodd" clip-rule="evenodd" d="M52 12H108V28H52V12ZM56 16V24H104V16H56Z" fill="white"/></g>
<defs><filter id="filter0_d_1_2" x="0" y="0" width="120" height="48" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="out"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feBlend mode="normal" in2="BackgroundImageFix" result="effect1_dropShadow_1_2"/><feBlend mode="normal" in="SourceGraphic" in2="effect1_dropShadow_1_2" result="shape"/></filter>
<pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0_1_2" transform="scale(0.01)"/></pattern>
<linearGradient id="paint0_linear_1_2" x1="60" y1="0" x2="60" y2="40" gradientUnits="userSpaceOnUse"><stop stop-color="#FF7A00"/><stop offset="1" stop-color="#FF0069" stop-opacity="0.9"/></linearGradient><clipPath id="clip0_1_2"><rect width="120" height="48" fill="white"/></clipPath>
<image id="image0_1_2" width="100" height="100" xlink:href="${PNG}"/></defs></svg>`,
  'a drawing written by hand, with a link and a moving part': `<svg viewBox="0 0 64 48" ${SVG}>
<a href="https://shop.example/"><circle cx="32" cy="24" r="20" fill="#0a7"><animate attributeName="r" values="20;22;20" dur="2s"/></circle></a>
<path stroke-dasharray="4 2 1" d="M0 0L64 48" style="filter:drop-shadow(2px 2px 3px #0008)"/><title>A &amp; B</title></svg>`,
};

const levels = (count: number, of: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i + 1)).join('');

const nestedUse = levels(12, (i) => `<g id="u${i}">${`<use href="#u${i - 1}"/>`.repeat(10)}</g>`);
const nestedPatterns = levels(
  8,
  (i) =>
    `<pattern id="p${i}" width="9" height="9">${`<rect width="9" height="9" fill="url(#p${i - 1})"/>`.repeat(10)}</pattern>`,
);
const nestedMasks = levels(
  8,
  (i) => `<mask id="m${i}">${`<rect width="9" height="9" mask="url(#m${i - 1})"/>`.repeat(10)}</mask>`,
);
const nestedClips = levels(
  8,
  (i) =>
    `<clipPath id="c${i}">${`<rect width="9" height="9" clip-path="url(#c${i - 1})"/>`.repeat(10)}</clipPath>`,
);
const step = (text: string): string =>
  framed(`<filter id="f">${text}</filter><rect width="99" height="99" filter="url(#f)"/>`);

/** Such as nobody can tell from outside: they are within all bounds and take far too long or far too much. */
export const deceptive: Readonly<Record<string, string>> = {
  'dashes of nothing on a long line': framed(
    `<path fill="none" stroke="#000" stroke-width="3" stroke-dasharray="0.0003" d="M0 0${' L2000 2000 0 2000 2000 0 0 0'.repeat(300)}"/>`,
    'width="2000" height="2000"',
  ),
  'many layers, one in the other': framed(
    `${'<g opacity="0.99">'.repeat(60)}<rect width="2048" height="2048"/>${'</g>'.repeat(60)}`.repeat(40),
    'width="2048" height="2048"',
  ),
  'a pattern of specks over everything': framed(
    `<pattern id="p" width="0.02" height="0.02" patternUnits="userSpaceOnUse"><circle r="0.01"/></pattern>${'<rect width="2048" height="2048" fill="url(#p)"/>'.repeat(200)}`,
    'width="2048" height="2048"',
  ),
  'a hundred blurs over everything': framed(
    `<filter id="f" x="0" y="0" width="1" height="1">${'<feGaussianBlur stdDeviation="99"/>'.repeat(99)}</filter><rect width="2048" height="2048" filter="url(#f)"/>`,
    'width="2048" height="2048"',
  ),
};

export const hostile: Readonly<Record<string, string>> = {
  'a billion laughs by entities': `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><svg ${SVG}><text>&c;</text></svg>`,
  'an entity that lies elsewhere': `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg ${SVG}><text>&a;</text></svg>`,
  'a parameter entity': `<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://example.com/a.dtd"> %a;]><svg ${SVG}/>`,
  'a billion laughs by use': framed(`<defs><rect id="u0"/>${nestedUse}</defs><use href="#u12"/>`),
  'a billion laughs by patterns': framed(
    `<pattern id="p0"/>${nestedPatterns}<rect width="99" height="99" fill="url(#p8)"/>`,
  ),
  'a billion laughs by masks': framed(
    `<mask id="m0"/>${nestedMasks}<rect width="99" height="99" mask="url(#m8)"/>`,
  ),
  'a billion laughs by clips': framed(
    `<clipPath id="c0"/>${nestedClips}<rect width="99" height="99" style="clip-path:url(#c8)"/>`,
  ),
  'a class that makes every element a pattern of patterns': framed(
    `<style>.x{fill:url(#p8)}</style><pattern id="p0"/>${nestedPatterns}<rect class="y x" width="99" height="99"/>`,
  ),
  'markers of many parts on a line of many corners': framed(
    `<marker id="m">${'<rect width="1" height="1"/>'.repeat(500)}</marker><path marker-mid="url(#m)" d="M0 0${' L9 9'.repeat(500)}"/>`,
  ),
  'a use of itself': framed('<g id="a"><use href="#a"/></g>'),
  'two that use each other': framed('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
  'a chain of references as long as the file': framed(
    Array.from({ length: 5000 }, (_, i) => `<g id="g${i}"><use href="#g${i + 1}"/></g>`).join(''),
  ),
  'too many elements': framed('<rect/>'.repeat(30_000)),
  'too deep a nesting': framed('<g>'.repeat(500) + '</g>'.repeat(500)),
  turbulence: step('<feTurbulence numOctaves="9" baseFrequency="0.1"/>'),
  'turbulence by another prefix': `<s:svg xmlns:s="http://www.w3.org/2000/svg" width="99" height="99"><s:filter id="f"><s:feTurbulence baseFrequency="0.1"/></s:filter><s:rect filter="url(#f)"/></s:svg>`,
  'turbulence among notes': framed(
    '<metadata><filter id="f"><feTurbulence baseFrequency="0.1"/></filter></metadata><rect filter="url(#f)"/>',
  ),
  'a matrix': step('<feConvolveMatrix order="200" kernelMatrix="1 1"/>'),
  'a morphology': step('<feMorphology operator="dilate" radius="500"/>'),
  lighting: step('<feDiffuseLighting><fePointLight x="1" y="1" z="1"/></feDiffuseLighting>'),
  'specular lighting': step('<feSpecularLighting><feSpotLight/></feSpecularLighting>'),
  'a displacement': step('<feDisplacementMap scale="1000"/>'),
  'a picture in a filter': step('<feImage href="https://example.com/a.png"/>'),
  tiles: step('<feTile/>'),
  'a giant blur': step('<feGaussianBlur stdDeviation="100000"/>'),
  'a giant blur in words': framed('<rect style="filter:blur(90000px)" width="9" height="9"/>'),
  'hundreds of blurs': step('<feGaussianBlur stdDeviation="9"/>'.repeat(300)),
  'a blur that is used a thousand times': framed(
    `<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>${'<rect filter="url(#f)"/>'.repeat(1000)}`,
  ),
  'a rule that blurs everything': framed(
    `<style>rect{filter:url(#f)}</style><filter id="f"><feGaussianBlur stdDeviation="9"/></filter>${'<rect/>'.repeat(1000)}`,
  ),
  'dashes without end': framed(`<path stroke-dasharray="${'0.001 '.repeat(5000)}" d="M0 0L99 99"/>`),
  'a style sheet from elsewhere': framed('<style>@import url("http://example.com/a.css");</style>'),
  'a style sheet from elsewhere, disguised': framed('<style>@\\69mport "a.css";</style>'),
  'a style sheet named in front': `<?xml-stylesheet href="http://example.com/a.css"?><svg ${SVG}/>`,
  'paint from elsewhere': framed('<rect fill="url(http://example.com/a.svg#p)"/>'),
  'a use from elsewhere': framed('<use href="other.svg#a"/>'),
  'a drawing within a drawing': framed('<image href="data:image/svg+xml,%3Csvg/%3E"/>'),
  'an address hidden behind a plain one': framed('<image href="#a" xlink:href="file:///dev/zero"/>'),
  'a script': framed('<script>while(true);</script>'),
  'an include': framed('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'),
  'other than a drawing': '<?xml version="1.0"?><html><body/></html>',
  'a broken one': `<svg ${SVG}><rect width="9"`,
  'a broken attribute': `<svg ${SVG} width=9><rect/></svg>`,
};
