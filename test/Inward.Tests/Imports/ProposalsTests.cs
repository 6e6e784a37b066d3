using Inward.House.Imports;

namespace Inward.Tests.Imports;

public class ProposalsTests
{
    [Theory]
    [InlineData("people", "name,email,key,title,team,managerEmail,managerKey,from,to")]
    [InlineData("people", "Name,E-mail,manager_email")]
    [InlineData("customers", "name")]
    [InlineData("sales", "customer,name,value,stage,from,to")]
    [InlineData("asks", "requesterEmail,performerEmail,team,what,reason,effect,conditions,answerBy,neededBy")]
    public void Our_own_columns_need_no_map(string kind, string header)
    {
        var proposals = Proposals.For(ImportKind.Named(kind), header.Split(','));
        proposals.Sure.ShouldBeTrue();
        proposals.Lacking.ShouldBeNull();
        proposals.Fields.Count.ShouldBe(header.Split(',').Length);
    }

    [Theory]
    [InlineData("people", "Employee #,First Name,Last Name,Job Title,Department,Division,Location,Status,Hire Date,Work Email,Reports To,Reports To Email",
        "name={First Name} {Last Name}|email=Work Email|key=Employee #|title=Job Title|team={Division} > {Department}|manager=Reports To|managerEmail=Reports To Email|from=Hire Date")]
    [InlineData("people", "Employee_ID,Full_Name,Start_Date,Manager_ID,Manager_Name,Team_ID,Team_Name,Termination_Date,Location,Email,Employee_Type",
        "name=Full_Name|email=Email|key=Employee_ID|team=Team_Name|manager=Manager_Name|managerKey=Manager_ID|from=Start_Date|leftOn=Termination_Date")]
    [InlineData("people", "employee,reports_to", "key=employee|manager=reports_to")]
    [InlineData("people", "EmployeeID,LastName,FirstName,Title,TitleOfCourtesy,BirthDate,HireDate,ReportsTo",
        "name={FirstName} {LastName}|key=EmployeeID|title=Title|manager=ReportsTo|from=HireDate")]
    [InlineData("people", "snapshot,post_ref,person,grade,job_title,function,parent_department,organisation,unit,reports_to_post,fte",
        "key=person|title=job_title|team={parent_department} > {organisation} > {unit}|post=post_ref|managerPost=reports_to_post")]
    [InlineData("people", "snapshot,person,entry,role,manager_slug,manager_entry,country", "key=person|title=role|post=entry|managerPost=manager_entry")]
    [InlineData("people", "BusinessEntityID,LoginID,OrganizationNode,OrganizationLevel,JobTitle,HireDate",
        "userName=LoginID|key=BusinessEntityID|title=JobTitle|treePath=OrganizationNode|from=HireDate")]
    [InlineData("people", "emp_no,first_name,last_name,hire_date", "name={first_name} {last_name}|key=emp_no|from=hire_date")]
    [InlineData("customers", "Record ID,Company name,Domain,Company owner,Industry", "name=Company name|key=Record ID")]
    [InlineData("customers", "CustomerID,CompanyName,ContactName,City", "name=CompanyName|key=CustomerID")]
    [InlineData("sales", "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,Last Activity Date,Pipeline,Associated Company",
        "customer=Associated Company|name=Deal Name|key=Record ID|value=Amount|stage=Deal Stage|openedOn=Create Date|closedOn=Close Date|owner=Deal owner")]
    [InlineData("sales", "Id,IsDeleted,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate,CreatedById",
        "customerKey=AccountId|name=Name|key=Id|value=Amount|stage=StageName|isClosed=IsClosed|isWon=IsWon|openedOn=CreatedDate|closedOn=CloseDate|owner=OwnerId")]
    [InlineData("sales", "Territory Region,Opportunity Owner,Account Name,Opportunity Name,Stage,Forecast Category,Total Amount Currency,Total Amount",
        "customer=Account Name|name=Opportunity Name|value=Total Amount|stage=Stage|owner=Opportunity Owner")]
    [InlineData("sales", "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
        "customer=account|name=product|key=opportunity_id|value=close_value|stage=deal_stage|openedOn=engage_date|closedOn=close_date|owner=sales_agent")]
    [InlineData("sales", "OrderID,CustomerID,EmployeeID,OrderDate,RequiredDate,ShippedDate,ShipVia,Freight",
        "customerKey=CustomerID|name=Order {OrderID}|key=OrderID|openedOn=OrderDate|promisedOn=RequiredDate|closedOn=ShippedDate|owner=EmployeeID")]
    public void Headers_of_other_programs_are_understood(string kind, string header, string expected)
    {
        var proposals = Proposals.For(ImportKind.Named(kind), header.Split(','));
        string.Join('|', proposals.Fields.Select(proposal => $"{proposal.Field}={Words(proposal.Source)}")).ShouldBe(expected);
        proposals.Sure.ShouldBeFalse();
        proposals.Lacking.ShouldBeNull();
        proposals.Fields.ShouldAllBe(proposal => proposal.Because.ToString().EndsWith('.'));
    }

    [Fact]
    public void Every_proposal_says_why()
    {
        var why = Proposals.For(ImportKind.People, ["Name", "Work Email", "Position", "Shoe size"]);
        why.Fields.Select(proposal => proposal.Because.ToString()).ShouldBe(
        [
            "Inward knows this column by its name.", "“Work Email” is what BambooHR calls it.", "“Position” usually means this.",
        ]);
        why.Unused.ShouldBe(["Shoe size"]);
    }

    [Fact]
    public void Of_several_snapshots_the_latest_is_proposed_and_deleted_rows_are_passed_over()
    {
        Proposals.For(ImportKind.People, ["snapshot", "person"]).Map.Tables[0].Only.ShouldBe([new Only.Latest("snapshot")]);
        Proposals.For(ImportKind.Sales, ["Id", "Name", "IsDeleted"]).Map.Tables[0].Only.ShouldBe([new Only.IsNot("IsDeleted", "true")]);
    }

    [Fact]
    public void What_no_column_says_is_asked_for() =>
        Proposals.For(ImportKind.People, ["colour", "size"]).Lacking!.ToString().ShouldBe("No column says any of these: Name, Key, E-mail address, Post. Choose one.");

    private static string Words(Source source) => source switch
    {
        Source.Column column => column.Header,
        Source.Text text => text.Words,
        _ => source.ToString(),
    };
}
