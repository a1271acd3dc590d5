/** A symmetric matrix as rows; small (at most a few dozen), so plain arrays are quicker than anything cleverer. */
export type Matrix = number[][];

export function zeros(size: number): Matrix {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

/** Read `matrix[row][column]`; 0 outside. */
export function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

export function add(matrix: Matrix, row: number, column: number, value: number): void {
  const line = matrix[row];
  if (line) line[column] = (line[column] ?? 0) + value;
}

/**
 * The inverse of a symmetric positive definite matrix, by Cholesky's factors. Throws RangeError when it is not positive
 * definite, which means that some direction of it was never measured.
 */
export function inverse(matrix: Matrix): Matrix {
  const size = matrix.length;
  const factor = zeros(size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let rest = at(matrix, row, column);
      for (let k = 0; k < column; k += 1) rest -= at(factor, row, k) * at(factor, column, k);
      if (row === column && rest <= 1e-12) throw new RangeError("The matrix is not positive definite.");
      add(factor, row, column, row === column ? Math.sqrt(rest) : rest / at(factor, column, column));
    }
  const answer = zeros(size);
  for (let unit = 0; unit < size; unit += 1) {
    const solved = new Array<number>(size).fill(0);
    for (let row = 0; row < size; row += 1) {
      let rest = row === unit ? 1 : 0;
      for (let k = 0; k < row; k += 1) rest -= at(factor, row, k) * (solved[k] ?? 0);
      solved[row] = rest / at(factor, row, row);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let rest = solved[row] ?? 0;
      for (let k = row + 1; k < size; k += 1) rest -= at(factor, k, row) * (solved[k] ?? 0);
      solved[row] = rest / at(factor, row, row);
    }
    for (let row = 0; row < size; row += 1) add(answer, row, unit, solved[row] ?? 0);
  }
  return answer;
}

export function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((line) => line.reduce((sum, value, column) => sum + value * (vector[column] ?? 0), 0));
}
