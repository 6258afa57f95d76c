using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Code lists that are the Department for Education's own, as the Children in Need census and SSDA903 use them.
/// </summary>
public static class CodeLists
{
    /// <summary>Ethnicity: 20 codes (CIN census schema 2024, rule 4220).</summary>
    public static IReadOnlyList<Code> Ethnicity { get; } =
    [
        ("WBRI", "White British"), ("WIRI", "White Irish"), ("WIRT", "Traveller of Irish heritage"),
        ("WOTH", "Any other White background"), ("WROM", "Gypsy/Roma"),
        ("MWBC", "White and Black Caribbean"),
        ("MWBA", "White and Black African"),
        ("MWAS", "White and Asian"),
        ("MOTH", "Any other mixed background"),
        ("AIND", "Indian"), ("APKN", "Pakistani"), ("ABAN", "Bangladeshi"), ("AOTH", "Any other Asian background"),
        ("BCRB", "Caribbean"), ("BAFR", "African"), ("BOTH", "Any other Black background"),
        ("CHNE", "Chinese"), ("OOTH", "Any other ethnic group"), ("REFU", "Refused"), ("NOBT", "Information not yet obtained"),
    ];

    /// <summary>Disability: 13 codes; <c>NONE</c> stands alone (CIN census rules 8540, 8790, 8794).</summary>
    public static IReadOnlyList<Code> Disability { get; } =
    [
        ("NONE", "No disability"), ("MOB", "Mobility"), ("HAND", "Hand function"), ("PC", "Personal care"), ("INC", "Incontinence"),
        ("COMM", "Communication"),
        ("LD", "Learning"), ("HEAR", "Hearing"), ("VIS", "Vision"), ("BEH", "Behaviour"), ("CON", "Consciousness"), ("AUT", "Autism"),
        ("DDA", "Other"),
    ];

    /// <summary>Sex (CIN census rule 4180, 2024 to 2025).</summary>
    public static IReadOnlyList<Code> Sex { get; } = [("M", "Male"), ("F", "Female"), ("U", "Unknown, unborn or not recorded")];

    /// <summary>Codes of <see cref="Ethnicity"/> that tell none. The threshold is this service's own.</summary>
    public static Defaults EthnicityNotKnown { get; } = new(["REFU", "NOBT"], 0.02m);

    /// <summary>
    /// The code of <see cref="Sex"/> that tells none; it is also an unborn child's. The threshold is this service's
    /// own.
    /// </summary>
    public static Defaults SexNotKnown { get; } = new(["U"], 0.02m);

    /// <summary>
    /// The codes of an attribute: the shared list that it names, or its own, each written <c>"code: meaning"</c>.
    /// </summary>
    internal static IReadOnlyList<Code> Resolve(string? from, IReadOnlyList<string> own) =>
        from is null ? [.. own.Select(Parse)] : Find<IReadOnlyList<Code>>(from);

    /// <summary>The codes of a shared list that say "not known"; null where none is named.</summary>
    internal static Defaults? FindDefaults(string? name) => name is null ? null : Find<Defaults>(name);

    private static T Find<T>(string name) where T : class =>
        typeof(CodeLists).GetProperty(name)?.GetValue(null) as T
        ?? throw new InvalidDeclarationException($"CodeLists has no {typeof(T).Name} named {name}");

    private static Code Parse(string text) => text.Split(": ", 2) is [var value, var meaning]
        ? new Code(value, meaning)
        : throw new InvalidDeclarationException($"'{text}' is not written 'code: meaning'");
}
