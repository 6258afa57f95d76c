using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>The errors that can be injected into records of any dataset.</summary>
internal static class DeclaredErrors
{
    /// <summary>Errors for those of the rules <c>R01</c> to <c>R03</c>, <c>R06</c> and <c>R14</c> that the fields can break.</summary>
    public static InjectedError[] Create(Dataset dataset) =>
    [
        InjectedErrors.Missing([.. dataset.FieldList.Where(field => field.IsRequired).Select(field => field.Name)]),
        .. dataset.FieldList.Where(field => field.Type == FieldType.Date).Select(field => InjectedErrors.ImpossibleDate(field.Name)),
        .. dataset.FieldList.Where(IsCodeInSmallLetters).Select(field => InjectedErrors.UnknownCode(field.Name)),
        .. dataset.FieldList.Where(field => field.IsHashed).Select(field => InjectedErrors.MistypedValue(field.Name)),
        InjectedErrors.DuplicateRecord,
    ];

    // A code in capitals is written like its label.
    private static bool IsCodeInSmallLetters(Field field) =>
        field.Type == FieldType.Code && field.Codes!.All(code => code.Value.Any(char.IsAsciiLetterLower));
}
