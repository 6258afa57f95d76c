namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>
/// One record of a body: its cells by column name. The same object is reused for all records of a body.
/// </summary>
internal sealed class Row(string[] columns)
{
    private readonly Cell[] cells = new Cell[columns.Length];

    public string[] Columns { get; } = columns;

    public ReadOnlySpan<Cell> Cells => cells;

    /// <summary>How often the record is written: 2 where its key is to be duplicated.</summary>
    public int Copies { get; set; } = 1;

    public Cell this[string column]
    {
        get => cells[IndexOf(column)];
        set => cells[IndexOf(column)] = value;
    }

    public void Clear()
    {
        Array.Clear(cells);
        Copies = 1;
    }

    public void Text(string column, string? text) => this[column] = Cell.Text(text);

    public void Date(string column, DateOnly? day) => this[column] = Cell.Date(day);

    public void Whole(string column, int? number) => this[column] = Cell.Whole(number);

    public void Boolean(string column, bool? value) => this[column] = Cell.Boolean(value);

    private int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Length; index++)
            if (Columns[index] == column)
                return index;
        throw new ArgumentException($"The form has no column '{column}'.", nameof(column));
    }
}
