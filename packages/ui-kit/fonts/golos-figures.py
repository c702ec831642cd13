"""Golos Text with figures of one width: only 0–9, for columns of money.

The family's own tabular feature widens 1, 4 and 7 and forgets 2, 3, 5, 6, 8 and 9, which stay up to 6 % narrower,
so kopecks do not stand under kopecks. The difference is the same at every weight: it is added on both sides.

    python golos-figures.py node_modules/@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2

needs fonttools and brotli; writes golos-figures.woff2 (OFL.txt says on what terms).
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

USE_MY_METRICS = 0x0200

options = subset.Options()
options.layout_features = ["tnum"]
options.flavor = "woff2"
options.notdef_outline = True
options.name_IDs = ["*"]
font = TTFont(sys.argv[1])
subsetter = subset.Subsetter(options)
subsetter.populate(text="0123456789")
subsetter.subset(font)

cmap = font.getBestCmap()
tabular = {}
for lookup in font["GSUB"].table.LookupList.Lookup:
    for table in lookup.SubTable:
        tabular.update(getattr(table, "mapping", {}))
figures = {code: tabular.get(name, name) for code, name in cmap.items() if chr(code).isdigit()}
for table in font["cmap"].tables:
    for code, name in figures.items():
        if code in table.cmap:
            table.cmap[code] = name

metrics = font["hmtx"].metrics
widest = max(metrics[name][0] for name in figures.values())
for name in figures.values():
    advance, bearing = metrics[name]
    shift = (widest - advance) // 2
    glyph = font["glyf"][name]
    glyph.expand(font["glyf"])
    if glyph.isComposite():
        for component in glyph.components:
            component.x += shift
            # Else newer engines take the narrow width of the part.
            component.flags &= ~USE_MY_METRICS
    else:
        glyph.coordinates.translate((shift, 0))
    glyph.recalcBounds(font["glyf"])
    metrics[name] = (widest, bearing + shift)
    print(name, advance, "->", widest)

del font["GSUB"]
for record in font["name"].names:
    if record.nameID in (1, 4, 16):
        record.string = "Golos Figures"
    if record.nameID == 6:
        record.string = "GolosFigures"
font.flavor = "woff2"
font.save(Path(__file__).with_name("golos-figures.woff2"))
