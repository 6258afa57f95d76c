using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Workforce;

/// <summary>The dataset <c>workforce-posts</c>.</summary>
internal static class WorkforcePosts
{
    public static readonly RecordWriter<Post> Writer = new()
    {
        Dataset = "workforce-posts",
        Columns = ["postId", "locality", "team", "role", "fte", "status", "workerId", "startedOn", "vacantSince", "dbsCheckedOn"],
        Records = (county, posting) => county.Posts.ListPosts(posting.Agency),
        Write = Write,
        InjectedErrors =
        [
            InjectedErrors.Missing("postId", "locality", "team", "role", "fte"),
            InjectedErrors.ImpossibleDate("dbsCheckedOn"),
            InjectedErrors.UnknownCode("role"),
            InjectedErrors.DuplicateRecord,
            WorkerNotNamed,
            VacantWithWorker,
            MoreThanFullTime,
        ],
    };

    private static void Write(Row row, Post post, DateOnly day)
    {
        var tenure = post.TenureOn(day);
        row.Text("postId", post.Id);
        row.Text("locality", post.Locality);
        row.Text("team", post.Team);
        row.Text("role", post.Role);
        row["fte"] = Cell.Hundredths(post.Hundredths);
        row.Text("status", tenure?.Status ?? PostStatus.Vacant);
        row.Text("workerId", tenure?.WorkerId);
        row.Date("startedOn", tenure?.WorkerId is null ? null : tenure.From);
        row.Date("vacantSince", tenure?.VacantSince);
        row.Date("dbsCheckedOn", tenure?.DbsCheckedBy(day));
    }

    /// <summary>WP01.</summary>
    private static bool WorkerNotNamed(Row row, SeededRandom random)
    {
        if (row["status"].Letters == PostStatus.Vacant)
            return false;
        row["workerId"] = default;
        return true;
    }

    /// <summary>WP02.</summary>
    private static bool VacantWithWorker(Row row, SeededRandom random)
    {
        if (row["status"].Letters != PostStatus.Vacant)
            return false;
        row.Text("workerId", "W-99901");
        return true;
    }

    /// <summary>R03: hours a week instead of the full-time equivalent.</summary>
    private static bool MoreThanFullTime(Row row, SeededRandom random)
    {
        row["fte"] = Cell.Hundredths(3700);
        return true;
    }
}
