using System.Globalization;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>Draws a value of one field by its type, near the example that the declaration gives.</summary>
internal static class FieldDraw
{
    /// <summary>The share of records in which little has happened yet, so that most of what may be missing is.</summary>
    private const double Early = 0.15;

    /// <summary>The share of values, of fields that need not have one: in early records, and in all others.</summary>
    private const double FilledEarly = 0.2, FilledLater = 0.88;

    /// <summary>The share of values, where every record should have one.</summary>
    private const double FilledWhereExpected = 0.97;

    /// <summary>The share of values, where a value or its absence broke a rule: in early records, and in all others.</summary>
    private const double FilledAgainEarly = 0.35, FilledAgainLater = 0.6;

    private const int Ids = 40;
    private const int Texts = 4;
    private const double UsualTruth = 0.85;
    private const int MostTimesExample = 20;
    private const int MostDrawn = int.MaxValue / 100;

    /// <summary>A value, or an empty cell where the record has none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="context">The return that the record is drawn for.</param>
    /// <param name="identity">Which record it is.</param>
    /// <param name="locality">The child's locality: events are later where work gets worse.</param>
    /// <param name="attempt">How often the field was drawn for the record before.</param>
    public static Cell Draw(Field field, DraftContext context, RecordIdentity identity, string locality, int attempt)
    {
        var random = context.CreateRandom(field.Name, identity, attempt);
        if (!field.IsRequired && !random.NextBoolean(GetFilled(field, context, identity, attempt))) return default;
        return field.Type switch
        {
            FieldType.Date => DayDraw.Draw(field, context, identity, locality, attempt, random),
            FieldType.Code => Cell.Text(DrawCode(field, random)),
            FieldType.CodeSet => Cell.List(DrawCode(field, random)),
            FieldType.Boolean => Cell.Boolean(random.NextBoolean(UsualTruth) == bool.Parse(field.Example)),
            FieldType.WholeNumber => Cell.Whole((int)(DrawNumber(field, random) + 0.5m)),
            FieldType.DecimalNumber => Cell.Hundredths((int)(DrawNumber(field, random) * 100)),
            FieldType.Identifier =>
                Cell.Text(Renumber(field.Example, random.Between(0, Ids - 1)) ?? $"{field.Example}-{random.Between(1, Ids)}"),
            FieldType.Text => Cell.Text(Renumber(field.Example, random.Between(0, Texts - 1)) ?? field.Example),
            // A second child's number: nobody else's is known.
            FieldType.HashedIdentifier when !field.IsRequired => default,
            _ => Cell.Text(field.Example),
        };
    }

    /// <summary>The example, or of a day the day given.</summary>
    public static Cell ToExample(Field field, DateOnly day) => field.Type switch
    {
        FieldType.Date => Cell.Date(day),
        FieldType.CodeSet => Cell.List(field.Example),
        FieldType.Boolean => Cell.Boolean(bool.Parse(field.Example)),
        FieldType.WholeNumber => Cell.Whole(int.Parse(field.Example, CultureInfo.InvariantCulture)),
        FieldType.DecimalNumber => Cell.Hundredths((int)(decimal.Parse(field.Example, CultureInfo.InvariantCulture) * 100)),
        _ => Cell.Text(field.Example),
    };

    private static double GetFilled(Field field, DraftContext context, RecordIdentity identity, int attempt)
    {
        var isEarly = context.CreateRandom("early", identity).NextBoolean(Early);
        if (attempt > 0) return isEarly ? FilledAgainEarly : FilledAgainLater;
        return field.IsExpected ? FilledWhereExpected : isEarly ? FilledEarly : FilledLater;
    }

    // The first codes of a list are the usual ones, and those that say "not known" are rare.
    private static string DrawCode(Field field, SeededRandom random)
    {
        var codes = field.Codes!;
        var code = DrawOne();
        return field.Defaults?.Codes.Contains(code) == true ? DrawOne() : code;

        string DrawOne() => codes[Math.Min((int)random.NextExponential(codes.Count / 3.0), codes.Count - 1)].Value;
    }

    private static decimal DrawNumber(Field field, SeededRandom random)
    {
        var example = decimal.Parse(field.Example, CultureInfo.InvariantCulture);
        var usual = example == 0 ? 1 : example;
        var (least, most) = field.Range;
        var drawn = usual * (decimal)(0.3 + random.NextExponential(0.7));
        return Math.Clamp(drawn, least ?? 0, Math.Max(least ?? 0, Math.Min(most ?? usual * MostTimesExample, MostDrawn)));
    }

    // V-2231 and 1 is V-2232; null where the example does not end in a number.
    private static string? Renumber(string example, int more)
    {
        var digits = Math.Min(example.Length - example.AsSpan().LastIndexOfAnyExceptInRange('0', '9') - 1, 6);
        if (digits == 0) return null;
        var number = int.Parse(example.AsSpan(example.Length - digits), CultureInfo.InvariantCulture) + more;
        return example[..^digits] + (number % (int)Math.Pow(10, digits)).ToString($"D{digits}", CultureInfo.InvariantCulture);
    }
}
