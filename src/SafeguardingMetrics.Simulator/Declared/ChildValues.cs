using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>What the county knows of a child and of the child's case, by the names that fields of datasets have for it.</summary>
internal static class ChildValues
{
    private const int FirstAgeAtSchool = 4;
    private const string UnbornSex = "U";
    private const string WorkerPrefix = "W-";

    /// <summary>The value of a field; null where it is not known of a child and has to be drawn.</summary>
    public static Cell? Find(Field field, Case known, ScheduledReturn posting)
    {
        var (child, day) = (known.Child, posting.AsAt);
        var isBorn = child.DateOfBirth <= day;
        return field switch
        {
            { Name: "locality" } => Cell.Text(known.Locality),
            { Name: "team" } => Cell.Text(known.Team),
            { Name: "dateOfBirth", Type: FieldType.Date } => Cell.Date(child.DateOfBirth),
            { Name: "sex" } => FindCode(field, isBorn ? child.Sex : UnbornSex),
            { Name: "ethnicity" } => FindCode(field, child.Ethnicity),
            { Name: "disabilities", Type: FieldType.CodeSet } => Cell.List(child.Disabilities),
            { Name: "nhsNumber", IsHashed: true } => Cell.Text(isBorn ? child.NhsNumber : null),
            { Name: "upn", IsHashed: true } => Cell.Text(child.AgeOn(day) >= FirstAgeAtSchool ? child.Upn : null),
            { IsOfChild: true, IsHashed: false } => Cell.Text(child.Id),
            _ => null,
        };
    }

    /// <summary>The worker who has the child's case, where the field names one; otherwise null.</summary>
    public static Cell? FindWorker(Field field, Case known, ScheduledReturn posting) =>
        IsOfWorker(field, posting) && known.AllocationOn(posting.AsAt) is { } allocation ? Cell.Text(allocation.WorkerId) : null;

    private static Cell? FindCode(Field field, string code) =>
        field.Codes?.Any(known => known.Value == code) == true ? Cell.Text(code) : null;

    private static bool IsOfWorker(Field field, ScheduledReturn posting) =>
        field.Type == FieldType.Identifier && posting.Agency.Code == Agency.SocialCare.Code
            && field.Example.StartsWith(WorkerPrefix, StringComparison.Ordinal);
}
