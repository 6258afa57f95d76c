namespace SafeguardingMetrics.Tests.Datasets.Contract;

/// <summary>
/// The contract of the first release: what agencies and boards were promised, written out a second time on purpose, so that a
/// slip in a declaration is a failing test and not a changed promise.
/// </summary>
internal static class FirstRelease
{
    public static IReadOnlyList<string> CommonRules { get; } =
    [
        "R01 error A required field must be present.",
        "R02 error A value must be of its field's type (a date that exists, a whole number, true or false).",
        "R03 error A value must be in its field's code list, length or range.",
        "R04 error A record's key must not occur twice in a return (the first is kept, each later one is a finding).",
        "R05 query A field that the dataset does not have is not stored (one finding a return for each such field).",
        "R06 query An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).",
        "R07 error A date must not be after the day the return was received, unless its field says so.",
    ];

    public static IReadOnlyList<ContractedDataset> Datasets { get; } =
    [
        new("open-cases", "social-care", "snapshot", "the day described", "childId", "planType", "team",
            """
            childId* identifier
            locality* text of 40
            team* text of 60
            planType* code referral assessment child-in-need child-protection looked-after care-leaver
            openedOn* date
            allocatedWorkerId identifier
            allocatedOn date
            riskReviewedOn date
            workersInLast12Months whole number 0 to 50
            dateOfBirth date up to 280 days ahead
            sex code M F U
            ethnicity code WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT
            disabilities list of codes NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA
            nhsNumber hashed identifier
            upn hashed identifier
            """,
            """
            OC01 error A case must not have opened after the day the return describes.
            OC02 error An allocation date and an allocated worker go together.
            OC03 error Allocation and risk review dates must not be after the day the return describes.
            OC04 query An allocation should not be before the case opened.
            OC05 query A child protection or looked after case should have an allocated worker.
            OC06 query A child's age should be under 26.
            """,
            """
            unallocated-cases percent low
            unallocated-without-review percent low
            time-to-allocation days low
            average-caseload cases low
            three-or-more-workers percent low
            """),

        new("statutory-visits", "social-care", "activity", "dueOn", "visitId", "visitType", "team",
            """
            visitId* identifier
            childId* identifier
            locality* text of 40
            team* text of 60
            visitType* code child-protection looked-after child-in-need care-leaver
            dueOn* date, any
            visitedOn date
            childSeen boolean
            seenAlone boolean
            notAloneReason code too-young child-declined not-appropriate other
            workerId identifier
            managerCheckedOn date
            """,
            """
            SV01 error A visit must have fallen due within the period of the return.
            SV02 error If a visit took place, whether the child was seen must be recorded.
            SV03 error A child seen alone must have been seen.
            SV04 error Seeing the child is recorded only for a visit that took place.
            SV05 error A manager cannot have checked a visit before it took place.
            SV06 query A visit should not be more than 20 working days late.
            SV07 query If the child was seen but not alone, the reason should be given.
            """,
            """
            visits-on-time percent high
            children-seen-alone percent high
            visits-checked-by-manager percent high
            visit-lateness days low
            """),

        new("strategy-meetings", "social-care", "activity", "neededOn", "meetingId", "outcome, or not-held", "team",
            """
            meetingId* identifier
            childId* identifier
            locality* text of 40
            team* text of 60
            neededOn* date
            heldOn date
            socialCareAttended boolean
            policeAttended boolean
            healthAttended boolean
            schoolAttended boolean
            outcome code section-47-single section-47-joint assessment no-further-action
            """,
            """
            SM01 error The need for a meeting must have arisen within the period of the return.
            SM02 error A meeting cannot be held before it was needed.
            SM03 error If a meeting was held, whether social care, police and health attended must be recorded.
            SM04 error Attendance and outcome are recorded only for a meeting that was held.
            SM05 query A meeting should be held within 3 working days of being needed.
            SM06 query A social worker, the police and a health practitioner should, as a minimum, attend.
            """,
            """
            strategy-meetings-on-time percent high
            strategy-meeting-delay days low
            strategy-meetings-quorate percent high
            """),

        new("workforce-posts", "social-care health police school youth-justice", "snapshot", "the day described", "postId", "role", "team",
            """
            postId* identifier
            locality* text of 40
            team* text of 60
            role* code social-worker senior-social-worker advanced-practitioner team-manager health-visitor school-nurse police-officer designated-safeguarding-lead other
            fte* decimal over 0 to 1
            status* code filled vacant agency-cover
            workerId identifier
            startedOn date
            vacantSince date
            dbsCheckedOn date
            """,
            """
            WP01 error A filled or covered post must name its worker.
            WP02 error A vacant post must not name a worker.
            WP03 query A vacant post should say since when.
            WP04 query A worker's DBS check should be on record and less than three years old.
            """,
            """
            vacancy-rate percent low
            agency-rate percent low
            dbs-checks-in-date percent high
            """),

        new("health-assessments", "health", "activity", "dueOn", "assessmentId", "assessmentType", "provider",
            """
            assessmentId* identifier
            childId identifier
            nhsNumber hashed identifier
            locality* text of 40
            provider* text of 60
            assessmentType* code initial review
            becameLookedAfterOn date
            dueOn* date, any
            completedOn date
            delayReason code late-referral consent placement-move child-declined capacity other
            """,
            """
            HA01 error An assessment must have fallen due within the period of the return.
            HA02 error An assessment must identify the child.
            HA03 error An initial assessment must give the date the child became looked after.
            HA04 query An initial assessment should fall due 20 working days after the child became looked after.
            HA05 query A late assessment should give the reason.
            """,
            """
            health-assessments-on-time percent high
            """),

        new("police-notifications", "police", "activity", "incidentOn", "notificationId", "category", "riskGrade",
            """
            notificationId* identifier
            childId identifier
            locality* text of 40
            category* code domestic-abuse neglect physical-abuse sexual-abuse exploitation missing other
            riskGrade* code high medium standard
            incidentOn* date
            sharedOn date
            """,
            """
            PN01 error An incident must fall within the period of the return.
            PN02 error A notification cannot be shared before its incident.
            PN03 query A high risk notification should be shared by the next working day.
            """,
            """
            notifications-shared-on-time percent high
            notification-delay days low
            """),

        new("school-attendance", "school", "activity", "the period's last day", "pupilId", "socialWorkerStatus", "the school's agency code",
            """
            pupilId* identifier
            upn hashed identifier
            locality* text of 40
            socialWorkerStatus* code child-in-need child-protection looked-after
            sessionsPossible* whole number 0 or more
            sessionsAttended* whole number 0 or more
            suspensions whole number 0 or more
            """,
            """
            SA01 error A pupil cannot attend more sessions than were possible.
            SA02 error Sessions possible must not exceed two for each weekday of the period.
            SA03 query A pupil on roll should have had a session possible.
            """,
            """
            absence-rate percent low
            persistent-absence percent low
            """),
    ];

    /// <summary>The dataset of this name.</summary>
    public static ContractedDataset Dataset(string name) => Datasets.Single(dataset => dataset.Name == name);
}
