namespace Inward.House.Imports;

/// <summary>What a header means: the field, and the program that calls it so, where one is known.</summary>
public sealed record HeaderWord(string Field, string? Program);

/// <summary>
/// The words that files of other programs use for our fields, the better ones first. A program stands behind its words.
/// The headers were seen in public exports of these programs.
/// </summary>
public static class HeaderWords
{
    /// <summary>Not fields of ours, but parts that together make one.</summary>
    public const string FirstName = "first name", LastName = "last name", Outer = "outer unit", Middle = "unit between", Product = "product",
        Snapshot = "snapshot", Deleted = "deleted";

    public static IReadOnlyDictionary<string, HeaderWord> For(ImportKind kind) =>
        kind == ImportKind.People ? People
        : kind == ImportKind.Customers ? Customers
        : kind == ImportKind.Sales ? Sales
        : kind == ImportKind.Mails ? Mails
        : kind == ImportKind.Events ? Events
        : Asks;

    private static readonly IReadOnlyDictionary<string, HeaderWord> People = Read(
        ("name", "Full_Name (Workday), Display Name, Employee Name, Worker, Person Name, sales_agent (Maven), Mitarbeiter"),
        ("email", "Work Email (BambooHR), E-Mail, Email Address, Business Email, Mail, E-Mail-Adresse"),
        ("userName", "LoginID (AdventureWorks), Login, User, Account, sAMAccountName"),
        ("key", "Employee # (BambooHR), Employee_ID (Workday), EmployeeID (Northwind), BusinessEntityID (AdventureWorks), emp_no, "
            + "Employee Number, Personnel Number, Personalnummer, External ID, person, employee, id"),
        ("title", "Job Title (BambooHR), JobTitle (AdventureWorks), Position, Role, Business Title, Funktion, Stellenbezeichnung"),
        ("team", "Team_Name (Workday), Department (BambooHR), dept_name, Dept, Unit, Org Unit, Abteilung, regional_office (Maven)"),
        ("manager", "Reports To (BambooHR), ReportsTo (Northwind), Manager_Name (Workday), Supervisor, Line Manager, Vorgesetzter"),
        ("managerEmail", "Reports To Email (BambooHR), Supervisor Email, Manager Email Address"),
        ("managerKey", "Manager_ID (Workday), Supervisor ID, Manager Number, Reports To ID"),
        ("post", "post_ref (UK organograms), Position ID, Position Number, entry, Planstelle"),
        ("managerPost", "reports_to_post (UK organograms), Manager Position ID, Manager Position Number, manager_entry"),
        ("treePath", "OrganizationNode (AdventureWorks), Org Path, Tree Path"),
        ("from", "Start_Date (Workday), Hire Date (BambooHR), from_date, Since, Eintritt"),
        ("to", "End Date (AdventureWorks), to_date, Until"),
        ("leftOn", "Termination_Date (Workday), Leaving Date, Austritt"),
        ("lead", "Is Lead, Team Lead"),
        (FirstName, "First Name (BambooHR), FirstName (Northwind), Given Name, Forename, Vorname"),
        (LastName, "Last Name (BambooHR), LastName (Northwind), Surname, Family Name, Nachname"),
        (Outer, "Parent Department (UK organograms), Division (BambooHR), Business Unit, GroupName (AdventureWorks), Bereich"),
        (Middle, "Organisation (UK organograms), Organization"),
        (Snapshot, "Snapshot, Snapshot Date, As Of"));

    private static readonly IReadOnlyDictionary<string, HeaderWord> Customers = Read(
        ("name", "Company name (HubSpot), CompanyName (Northwind), Account Name (Salesforce), Account (Maven), Customer, Customer Name, Client, "
            + "Company, Kunde, Firma"),
        ("key", "Record ID (HubSpot), CustomerID (Northwind), Account ID (Salesforce), Customer Number, Kundennummer, Id (Salesforce)"));

    private static readonly IReadOnlyDictionary<string, HeaderWord> Sales = Read(
        ("key", "Record ID (HubSpot), opportunity_id (Maven), OrderID (Northwind), Deal ID, Order Number, Id (Salesforce)"),
        ("customer", "Associated Company (HubSpot), Account Name (Salesforce), Account (Maven), Customer Name, Company, Client, Kunde"),
        ("customerKey", "AccountId (Salesforce), CustomerID (Northwind)"),
        ("name", "Deal Name (HubSpot), Opportunity Name (Salesforce), Deal, Opportunity, Sale, Order"),
        ("value", "Amount (HubSpot), close_value (Maven), Total Amount (Salesforce), Deal Value, Total, Betrag, Wert"),
        ("stage", "Deal Stage (HubSpot), StageName (Salesforce), Status, Phase"),
        ("stageSince", "LastStageChangeDate (Salesforce), Date entered current stage (HubSpot), Stage Since, In Stage Since, In Phase seit"),
        ("isClosed", "IsClosed (Salesforce), Closed"),
        ("isWon", "IsWon (Salesforce), Won"),
        ("openedOn", "Create Date (HubSpot), CreatedDate (Salesforce), engage_date (Maven), OrderDate (Northwind), Opened"),
        ("promisedOn", "RequiredDate (Northwind), Due Date, Delivery Date, Promised, Liefertermin"),
        ("closedOn", "Close Date (HubSpot), CloseDate (Salesforce), ShippedDate (Northwind), Closing Date"),
        ("owner", "Deal owner (HubSpot), Opportunity Owner (Salesforce), OwnerId (Salesforce), sales_agent (Maven), EmployeeID (Northwind), "
            + "Account Manager, Sales Rep"),
        (Product, "Product (Maven), Product Name"),
        (Deleted, "IsDeleted (Salesforce)"));

    private static readonly IReadOnlyDictionary<string, HeaderWord> Asks = Read(
        ("requesterEmail", "Reporter (Jira), Requester, Opened by (ServiceNow), Requested By, Asked By, Auftraggeber"),
        ("performerEmail", "Assignee (Jira), Assigned to (ServiceNow), Performer, Responsible, Empfänger"),
        ("team", "Assignment group (ServiceNow), Group, Department, Abteilung"),
        ("what", "Summary (Jira), Short description (ServiceNow), Ask, Request, Subject, Task, Betreff"),
        ("reason", "Why, Because, Grund"),
        ("effect", "Impact, Benefit, Wirkung"),
        ("conditions", "Acceptance criteria (Jira), Done when, Bedingungen"),
        ("answerBy", "Reply by, Antwort bis"),
        ("neededBy", "Due date (Jira), Due, Needed on, Deadline, Fällig"));

    private static readonly IReadOnlyDictionary<string, HeaderWord> Mails = Read(
        ("sender", "From, SenderAddress (Exchange), Sender_Address (Exchange), From Address, Von, Absender"),
        ("receiver", "To, Recipient, RecipientAddress (Exchange), Recipient_Address (Exchange), Recipients, To Address, An, Empfänger"),
        ("at", "Sent_At, Date_Time_UTC (Exchange), Received (Exchange), Sent, Date, When, Time, Timestamp, Datum, Gesendet"));

    private static readonly IReadOnlyDictionary<string, HeaderWord> Events = Read(
        ("case", "Case ID, case:concept:name (XES), Trace ID, Incident ID, Ticket ID, Ticket, Number (ServiceNow), OrderID (Northwind), Order Number, Vorgang, Vorgangsnummer, Fall, id"),
        ("activity", "concept:name (XES), Activity Name, Event, Event Name, Status, Incident State (ServiceNow), State, Task, Step, Stage, Aktivität, Schritt, Tätigkeit"),
        ("time", "time:timestamp (XES), Timestamp, ts, Complete Timestamp (Disco), End Timestamp, sys_updated_at (ServiceNow), Completed, End Time, Event Time, Date, Zeit, Zeitpunkt, Zeitstempel, Ende"),
        ("start", "Start Timestamp (Disco), Start Time, Begin, Started, Beginn, Startzeit"),
        ("transition", "lifecycle:transition (XES), Lifecycle, Transition"),
        ("resource", "org:resource (XES), User, Owner, Agent, sys_updated_by (ServiceNow), Assigned to (ServiceNow), Employee, Bearbeiter, Sachbearbeiter"),
        ("team", "Support Team, org:group (XES), Assignment group (ServiceNow), Workgroup, Group, Department, case_department, Role, org:role (XES), Abteilung, Gruppe"),
        ("product", "Product Name, Product Group, Category, Item, Speciality, Produkt, Artikel"),
        ("opened", "opened_at (ServiceNow), case_startdate, Case Start, Eröffnet am"),
        ("promised", "case_deadline, Deadline, Due Date, RequiredDate (Northwind), Scheduled Delivery Date, Liefertermin, Frist, Promised on"),
        ("kept", "case_enddate, ShippedDate (Northwind), Delivered on, Delivered To Client Date, resolved_at (ServiceNow), Geliefert am"),
        ("onTime", "made_sla (ServiceNow), In time, SLA met"));

    private static Dictionary<string, HeaderWord> Read(params (string Field, string Words)[] fields)
    {
        var words = new Dictionary<string, HeaderWord>(StringComparer.Ordinal);
        foreach (var (field, list) in fields)
        {
            foreach (var word in list.Split(", "))
            {
                var program = word.IndexOf(" (", StringComparison.Ordinal);
                words.TryAdd(program < 0 ? word.Bare() : word[..program].Bare(), new HeaderWord(field, program < 0 ? null : word[(program + 2)..^1]));
            }
        }
        return words;
    }
}
