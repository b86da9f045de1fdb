/** A place on the map: column and row of a tile. */
export type Tile = readonly [column: number, row: number]

// Each department is one tile of the same size, near its neighbours. The five overseas stand at the left,
// as large as the others.
const rows = `
  .   .   .   .  62  80  59   .   .   .   .   .
  .   .  50  76  95  60  93  02  08   .   .   .
  .   .  14  27  78  92  75  51  55  54  57   .
 29  22  53  61  28  91  94  10  52  88  67   .
 56  35  49  72  41  45  77  89  21  70  68   .
  .  44  85  37  36  18  58  71  39  25  90   .
  .   .  79  86  87  23  03  69  01  74   .   .
971   .  17  16  24  19  63  42  38  73   .   .
972   .  33  47  46  15  43  07  26  05   .   .
973   .  40  32  82  12  48  30  84  04  06   .
974   .  64  65  31  81  34   .  13  83   .  2B
976   .   .   .  09  11  66   .   .   .   .  2A`

const tiles = new Map<string, Tile>()
for (const [row, line] of rows.trim().split('\n').entries())
  for (const [column, name] of line.trim().split(/\s+/).entries())
    if (name !== '.') tiles.set(`D${name}`, [column, row])

/** Where each department stands, by its code (`D14`, `D2A`, `D971`), in the order of the codes. */
export const departmentTiles: ReadonlyMap<string, Tile> = new Map(
  [...tiles].sort(([a], [b]) => (a < b ? -1 : 1)),
)

export const gridColumns = 12
export const gridRows = 12
