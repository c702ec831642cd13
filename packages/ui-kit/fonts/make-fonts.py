"""Two small companions of Golos Text, made of its own files (OFL.txt says on what terms).

golos-figures.woff2: 0–9 of one width, for columns of money. The family's own tabular feature widens 1, 4 and 7 and
forgets 2, 3, 5, 6, 8 and 9, which stay up to 6 % narrower, so kopecks do not stand under kopecks. The difference is
the same at every weight: it is added on both sides.

golos-rouble.woff2: ₽ alone. The package keeps it among the letters of Central Europe, 19 KB for one sign.

    python make-fonts.py node_modules/@fontsource-variable/golos-text/files

needs fonttools and brotli; writes beside itself.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

USE_MY_METRICS = 0x0200


def part(name: str, text: str, features: list[str]) -> TTFont:
    font = TTFont(Path(sys.argv[1]) / f"golos-text-{name}-wght-normal.woff2")
    options = subset.Options(layout_features=features, name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    return font


def save(font: TTFont, family: str) -> None:
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = family
        if record.nameID == 6:
            record.string = family.replace(" ", "")
    font.flavor = "woff2"
    font.save(Path(__file__).with_name(f"{family.lower().replace(' ', '-')}.woff2"))


def figures() -> TTFont:
    font = part("latin", "0123456789", ["tnum"])
    tabular = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            tabular.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        table.cmap = {code: tabular.get(name, name) for code, name in table.cmap.items()}
    names = set(font.getBestCmap().values())

    metrics = font["hmtx"].metrics
    widest = max(metrics[name][0] for name in names)
    for name in names:
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
    del font["GSUB"]
    return font


save(figures(), "Golos Figures")
save(part("latin-ext", "₽", []), "Golos Rouble")
