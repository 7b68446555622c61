import { IsIn, IsInt, IsNotEmpty, IsString, IsTimeZone, Matches, Max, Min } from 'class-validator';
import type { Charset } from '../decode-text.js';
import { COORDINATE_SYSTEMS } from '../to-wgs84.js';
import type { CoordinateSystem } from '../to-wgs84.js';

/** What every platform that drops files into a folder needs. */
export class DropSettings {
  /** Folder with `out/` (their files), `in/` (our answers) and `receipts/`. */
  @IsString()
  @IsNotEmpty()
  readonly dropDir: string;

  /** Rows of a page. */
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly pageSize: number = 200;

  /** Charset of files that do not show it themselves by a byte order mark; `auto` looks at their bytes. */
  @IsIn(['auto', 'gbk', 'gb18030', 'utf-8'])
  readonly charset: Charset | 'auto' = 'auto';

  @IsIn(['auto', ',', '\t', ';'])
  readonly delimiter: string = 'auto';

  /**
   * A file is whole when size and times stayed as they are for so long, from one look to another. 0 for platforms that
   * write under another name (`.part`, `.tmp`) and rename.
   */
  @IsInt()
  @Min(0)
  @Max(3600)
  readonly settleSeconds: number = 0;

  /** How the last line of a whole text file begins, for platforms that write one, in ASCII; empty: they do not. */
  @Matches(/^[\x20-\x7e]*$/, { message: 'endMarker must be ASCII' })
  readonly endMarker: string = '';

  @IsIn(COORDINATE_SYSTEMS)
  readonly coordinates: CoordinateSystem = 'WGS84';

  /** Zone of times that name none. */
  @IsTimeZone()
  readonly zone: string = 'Asia/Shanghai';
}
