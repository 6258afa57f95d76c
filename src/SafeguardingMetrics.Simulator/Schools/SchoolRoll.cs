using System.Globalization;
using SafeguardingMetrics.Simulator.Children;

namespace SafeguardingMetrics.Simulator.Schools;

/// <summary>
/// The roll of each school: children with a case of the council, and some with a social worker elsewhere.
/// </summary>
internal sealed class SchoolRoll
{
    private const int ElsewhereAtLeast = 17;
    private const int ElsewhereAtMost = 27;
    private const double AttendASchoolOfOurs = 0.55;

    private readonly Exampleshire county;
    private readonly ILookup<int, Pupil> pupils;

    public SchoolRoll(Exampleshire county, int schools)
    {
        this.county = county;
        var elsewhere = Enumerable.Range(0, schools).SelectMany(school => FromElsewhere(school).Select(pupil => (school, pupil)));
        var ours = county.Cases.Select(open => FindKnownPupil(open, schools)).OfType<(int, Pupil)>();
        pupils = elsewhere.Concat(ours).ToLookup(entry => entry.Item1, entry => entry.Item2);
    }

    public IEnumerable<Pupil> ListPupils(int school) => pupils[school];

    /// <summary>The schools are assigned to the localities in turn.</summary>
    public static string GetLocality(int school) => Locality.All[school % Locality.All.Length];

    private (int, Pupil)? FindKnownPupil(Case open, int schools)
    {
        var random = SeededRandom.Create(county.Seed, "pupil", open.Number);
        PlanSpell[] plans =
        [
            .. open.Plans.Where(plan =>
                plan.Plan is PlanType.ChildInNeed or PlanType.ChildProtection or PlanType.LookedAfter
                && open.Child.AgeOn(plan.From) is >= 5 and < 16),
        ];
        if (plans.Length == 0 || !random.NextBoolean(AttendASchoolOfOurs))
            return null;
        var quadrant = Array.IndexOf(Locality.All, open.Locality);
        var nearby = (schools - quadrant + Locality.All.Length - 1) / Locality.All.Length;
        var school = quadrant + (Locality.All.Length * random.Between(0, nearby - 1));
        return (school, new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"P-{open.Number:D5}"),
            Number = open.Number,
            Upn = open.Child.Upn,
            Locality = open.Locality,
            Plans = plans,
            Misses = Pupil.Habit(random),
        });
    }

    private IEnumerable<Pupil> FromElsewhere(int school)
    {
        var places = county.Scaled(SeededRandom.Create(county.Seed, "roll", school).Between(ElsewhereAtLeast, ElsewhereAtMost));
        for (var chair = 0; chair < places; chair++)
        {
            var random = SeededRandom.Create(county.Seed, "roll", school, chair + 1);
            var day = Exampleshire.FirstDay.AddDays(-random.Between(0, 600));
            for (var turn = 0; day <= county.Through; turn++)
            {
                var until = day.AddDays(random.Between(200, 900));
                yield return Elsewhere(school, chair, turn, day, until, random);
                day = until;
            }
        }
    }

    // Two spells of one school county may begin in the same year, three cannot.
    private static string CreateUpn(int school, int chair, int turn, DateOnly from) =>
        Upn.Create(8000 + school, from.Year, ((chair * 2) + (turn % 2)) % 1000);

    private static Pupil Elsewhere(int school, int chair, int turn, DateOnly from, DateOnly until, SeededRandom random)
    {
        var number = -((((school * 1000) + chair) * 100) + turn + 1);
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"P-S{school + 1:D2}{chair:D2}{turn:D2}"),
            Number = number,
            Upn = CreateUpn(school, chair, turn, from),
            Locality = GetLocality(school),
            Plans =
            [
                new(
                    random.PickWeighted((62, PlanType.ChildInNeed), (23, PlanType.ChildProtection), (15, PlanType.LookedAfter)),
                    from, until),
            ],
            Misses = Pupil.Habit(random),
        };
    }
}
