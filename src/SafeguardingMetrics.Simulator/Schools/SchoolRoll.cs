using System.Globalization;
using SafeguardingMetrics.Simulator.Children;

namespace SafeguardingMetrics.Simulator.Schools;

/// <summary>Who is on the roll of each school: children of the council's own cases, and some who have a social worker elsewhere.</summary>
internal sealed class SchoolRoll
{
    private const int ElsewhereAtLeast = 17;
    private const int ElsewhereAtMost = 27;
    private const double AttendASchoolOfOurs = 0.55;

    private readonly Exampleshire place;
    private readonly ILookup<int, Pupil> pupils;

    public SchoolRoll(Exampleshire place, int schools)
    {
        this.place = place;
        var elsewhere = Enumerable.Range(0, schools).SelectMany(school => FromElsewhere(school).Select(pupil => (school, pupil)));
        var ours = place.Cases.Select(open => FindKnownPupil(open, schools)).OfType<(int, Pupil)>();
        pupils = elsewhere.Concat(ours).ToLookup(entry => entry.Item1, entry => entry.Item2);
    }

    public IEnumerable<Pupil> ListPupils(int school) => pupils[school];

    /// <summary>Schools are dealt out to the quadrants in turn.</summary>
    public static string GetLocality(int school) => Locality.All[school % Locality.All.Length];

    private (int, Pupil)? FindKnownPupil(Case open, int schools)
    {
        var dice = SeededRandom.Create(place.Seed, "pupil", open.Number);
        PlanSpell[] plans = [.. open.Plans.Where(plan => plan.Plan is PlanType.ChildInNeed or PlanType.ChildProtection or PlanType.LookedAfter
            && open.Child.AgeOn(plan.From) is >= 5 and < 16)];
        if (plans.Length == 0 || !dice.NextBoolean(AttendASchoolOfOurs))
            return null;
        var quadrant = Array.IndexOf(Locality.All, open.Locality);
        var nearby = (schools - quadrant + Locality.All.Length - 1) / Locality.All.Length;
        var school = quadrant + (Locality.All.Length * dice.Between(0, nearby - 1));
        return (school, new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"P-{open.Number:D5}"),
            Number = open.Number,
            Upn = open.Child.Upn,
            Locality = open.Locality,
            Plans = plans,
            Misses = Pupil.Habit(dice),
        });
    }

    private IEnumerable<Pupil> FromElsewhere(int school)
    {
        var places = place.Scaled(SeededRandom.Create(place.Seed, "roll", school).Between(ElsewhereAtLeast, ElsewhereAtMost));
        for (var chair = 0; chair < places; chair++)
        {
            var dice = SeededRandom.Create(place.Seed, "roll", school, chair + 1);
            var day = Exampleshire.Founded.AddDays(-dice.Between(0, 600));
            for (var turn = 0; day <= place.Through; turn++)
            {
                var until = day.AddDays(dice.Between(200, 900));
                yield return Elsewhere(school, chair, turn, day, until, dice);
                day = until;
            }
        }
    }

    // Two turns of one place may begin in the same year, three cannot.
    private static string CreateUpn(int school, int chair, int turn, DateOnly from) => Upn.Create(8000 + school, from.Year, ((chair * 2) + (turn % 2)) % 1000);

    private static Pupil Elsewhere(int school, int chair, int turn, DateOnly from, DateOnly until, SeededRandom dice)
    {
        var number = -((((school * 1000) + chair) * 100) + turn + 1);
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"P-S{school + 1:D2}{chair:D2}{turn:D2}"),
            Number = number,
            Upn = CreateUpn(school, chair, turn, from),
            Locality = GetLocality(school),
            Plans = [new(dice.PickWeighted((62, PlanType.ChildInNeed), (23, PlanType.ChildProtection), (15, PlanType.LookedAfter)), from, until)],
            Misses = Pupil.Habit(dice),
        };
    }
}
