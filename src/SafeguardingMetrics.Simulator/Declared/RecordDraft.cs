using System.Globalization;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>A record whose values are drawn until it keeps the dataset's rules.</summary>
internal sealed class RecordDraft
{
    /// <summary>After so many draws of single fields all are drawn again.</summary>
    private const int DrawsOfFields = 8;

    /// <summary>The share of records that may break a rule of severity query.</summary>
    private const double WithQueries = 0.2;

    private const int LongestPrefix = 12;
    private const int DaysOpenAtMost = 400;
    private const int TriesToFindOpenCase = 8;

    private readonly DraftContext context;
    private readonly RecordIdentity identity;
    private readonly IReadOnlyList<Field> fields;
    private readonly Cell[] cells;
    private readonly int[] attempts;
    private readonly int keyIndex;
    private Case ofChild;
    private int childAttempts;
    private int redraws;

    private RecordDraft(DraftContext context, RecordIdentity identity, Case ofChild)
    {
        (this.context, this.identity, this.ofChild) = (context, identity, ofChild);
        fields = context.Dataset.FieldList;
        (cells, attempts) = (new Cell[fields.Count], new int[fields.Count]);
        keyIndex = fields.Index().First(field => field.Item == context.Dataset.KeyField).Index;
        MayHaveQueries = context.CreateRandom("queries", identity).NextBoolean(WithQueries);
        for (var i = 0; i < cells.Length; i++) cells[i] = DrawCell(i);
    }

    /// <summary>True where a rule of severity query may stay broken, as in some records of every agency.</summary>
    public bool MayHaveQueries { get; }

    /// <summary>The value of the dataset's key.</summary>
    public string Key => cells[keyIndex].Letters!;

    /// <summary>A first draw, which may break rules; null where the county has no child to draw it of.</summary>
    public static RecordDraft? Create(DraftContext context, RecordIdentity identity) =>
        PickCase(context, identity, 0) is { } ofChild ? new(context, identity, ofChild) : null;

    /// <summary>Draws the values of some fields again; where the child is at fault, another child.</summary>
    public void Redraw(IReadOnlySet<string> names)
    {
        var isWhole = ++redraws % DrawsOfFields == 0;
        var isChild = isWhole || fields.Any(field => names.Contains(field.Name) && (field.IsOfChild || IsKnown(field)));
        if (isChild) ofChild = PickCase(context, identity, ++childAttempts) ?? ofChild;
        for (var i = 0; i < cells.Length; i++)
        {
            var isNamed = isWhole || names.Contains(fields[i].Name);
            if (isNamed) attempts[i]++;
            if (isNamed || (isChild && (fields[i].IsOfChild || IsKnown(fields[i])))) cells[i] = DrawCell(i);
        }
    }

    /// <summary>Gives the fields that are not the child's the values of the declaration's examples, on the record's own days.</summary>
    public void UseExamples()
    {
        for (var i = 0; i < cells.Length; i++)
            if (i != keyIndex && fields[i] != context.Dataset.CountedOnField && !fields[i].IsOfChild && !IsKnown(fields[i]))
                cells[i] = fields[i].IsInExample
                    ? FieldDraw.ToExample(fields[i], identity.BeganOn.AddDays(context.Days.GetDistance(fields[i])))
                    : default;
    }

    /// <summary>Writes the record.</summary>
    public void WriteTo(Row row)
    {
        foreach (var (i, field) in fields.Index()) row[field.Name] = cells[i];
    }

    private Cell DrawCell(int index)
    {
        var field = fields[index];
        if (index == keyIndex && !field.IsOfChild) return Cell.Text(CreateKey(field));
        if (field == context.Dataset.CountedOnField) return Cell.Date(identity.BeganOn);
        if (ChildValues.Find(field, ofChild, context.Posting) is { } known) return known;
        var drawn = FieldDraw.Draw(field, context, identity, ofChild.Locality, attempts[index]);
        return drawn.Kind == CellKind.Empty ? drawn : ChildValues.FindWorker(field, ofChild, context.Posting) ?? drawn;
    }

    private bool IsKnown(Field field) => ChildValues.Find(field, ofChild, context.Posting) is not null;

    private string CreateKey(Field key)
    {
        var prefix = key.Example.Split('-')[0];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix[..Math.Min(prefix.Length, LongestPrefix)]}-{identity.BeganOn:yyMMdd}-{identity.Number:D2}");
    }

    private static Case? PickCase(DraftContext context, RecordIdentity identity, int attempt)
    {
        var opened = context.County.CasesByOpening.GetRange(Period.LastDaysUntil(identity.BeganOn, DaysOpenAtMost));
        if (opened.Count == 0) return null;
        var random = context.CreateRandom("child", identity, attempt);
        var picked = opened[random.Between(0, opened.Count - 1)];
        for (var tries = 1; tries < TriesToFindOpenCase && !picked.IsOpenOn(identity.BeganOn); tries++)
            picked = opened[random.Between(0, opened.Count - 1)];
        return picked;
    }
}
